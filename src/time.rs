//! Times as RFC 3339 writes them. Nothing here knows what time it is.

use std::fmt;
use std::str::FromStr;

use crate::visible::visible;

/// A point in time: seconds since 1970 and nanoseconds.
pub(crate) type Instant = (i64, u32);

/// A time as RFC 3339 writes it, with up to nine decimals of a second. Keeps its spelling.
///
/// ```
/// use pith_verifier::Time;
///
/// let time: Time = "2026-05-18T05:38:55+02:00".parse()?;
/// assert_eq!(time.as_str(), "2026-05-18T05:38:55+02:00");
/// assert!("18 May 2026".parse::<Time>().is_err());
/// # Ok::<(), pith_verifier::TimeFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    text: String,
    instant: Instant,
}

/// Why a text was not taken as a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeFault(String);

impl Time {
    /// The time as it was spelled.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn instant(&self) -> Instant {
        self.instant
    }
}

impl FromStr for Time {
    type Err = TimeFault;

    fn from_str(text: &str) -> Result<Self, TimeFault> {
        match instant(text) {
            Some(instant) => Ok(Self { text: text.to_owned(), instant }),
            None => Err(TimeFault(format!(
                "expected a time with its zone as RFC 3339 writes it, such as 2026-05-18T03:38:55Z, found “{}”",
                visible(text.get(..text.len().min(60)).unwrap_or("something else"))
            ))),
        }
    }
}

impl fmt::Display for TimeFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for TimeFault {}

/// Reads a time as RFC 3339 writes it, in capitals, with up to nine decimals.
pub(crate) fn instant(text: &str) -> Option<Instant> {
    let (date, rest) = text.split_once('T')?;
    let mut fields = date.splitn(3, '-');
    let (year, month, day) = (number(fields.next()?, 4)?, number(fields.next()?, 2)?, number(fields.next()?, 2)?);
    let zone_at = rest.find(['Z', '+', '-'])?;
    let (clock, zone) = rest.split_at_checked(zone_at)?;
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut fields = clock.splitn(3, ':');
    let (hour, minute, second) = (number(fields.next()?, 2)?, number(fields.next()?, 2)?, number(fields.next()?, 2)?);
    let offset = match zone.split_at_checked(1)? {
        ("Z", "") => 0,
        ("Z", _) => return None,
        (sign, of) => {
            let (hours, minutes) = of.split_once(':')?;
            let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let offset = hours * 3600 + minutes * 60;
            if sign == "-" { -offset } else { offset }
        }
    };
    // The second 60 is a leap second.
    let in_range = (1..=12).contains(&month) && day >= 1 && hour < 24 && minute < 60 && second <= 60;
    let decimals = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !in_range || day > days_in(year, month) || !decimals {
        return None;
    }
    let nanoseconds = format!("{fraction:0<9}").parse().ok()?;
    let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
    Some((seconds, nanoseconds))
}

/// Exactly so many digits.
fn number(text: &str, length: usize) -> Option<i64> {
    let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn days_in(year: i64, month: i64) -> i64 {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    days(next_year, next_month, 1) - days(year, month, 1)
}

/// Days from 1970-01-01 in the Gregorian calendar, counting years from March.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn times_are_compared_as_times() {
        assert_eq!(instant("1970-01-01T00:00:00Z"), Some((0, 0)));
        assert_eq!(instant("2026-05-18T03:38:55.111475Z"), Some((1_779_075_535, 111_475_000)));
        assert_eq!(instant("2026-05-18T05:38:55+02:00"), instant("2026-05-18T03:38:55Z"));
        assert_eq!(instant("2000-02-29T00:00:00-00:30"), Some((951_784_200, 0)));
        assert_eq!(instant("2026-12-31T23:59:59Z").map(|(seconds, _)| seconds + 1), Some(1_798_761_600));
        assert!(instant("2026-05-18T03:38:55Z") < instant("2026-05-18T03:38:55.1Z"));
        for text in [
            "",
            "2026",
            "2026-05-18",
            "2026-05-18T03:38Z",
            "2026-13-18T03:38:55Z",
            "2026-00-18T03:38:55Z",
            "2026-02-29T03:38:55Z",
            "1900-02-29T03:38:55Z",
            "2026-04-31T03:38:55Z",
            "2026-05-00T03:38:55Z",
            "2026-05-18T24:00:00Z",
            "2026-05-18T03:38:55",
            "2026-05-18T03:38:55.Z",
            "2026-05-18T03:38:55.1234567890Z",
            "2026-05-18T03:38:55Zulu",
            "2026-05-18T03:38:55+2:00",
            "2026-05-18T03:38:55+24:00",
            "2026-05-18T03:38:55+02",
            "2026-05-18 03:38:55Z",
            "2026-05-18t03:38:55z",
            "26-05-18T03:38:55Z",
            "2026-0005-18T03:38:55Z",
            "+2026-05-18T03:38:55Z",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
