//! How near two texts are, and where they part.

use crate::report::{MatchReason, Nearest};

/// So many characters stand around the first difference of two texts.
const AROUND: usize = 24;

/// The number of characters changed, added, left out or swapped with their neighbour between two texts, when
/// it is not over the limit (optimal string alignment, in a band along the diagonal). The time grows with the
/// length times the limit.
pub(super) fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let far = limit + 1;
    let start: Vec<usize> = (0..=b.len()).map(|at| at.min(far)).collect();
    // The two rows before the current one.
    let mut rows = (vec![far; b.len() + 1], start);
    let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(far);
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![far; b.len() + 1];
        let (first, last) = ((i + 1).saturating_sub(limit), (i + 1 + limit).min(b.len()));
        let mut best = far;
        for j in first..=last {
            let cost = match j.checked_sub(1) {
                None => i + 1,
                Some(before) => {
                    let y = b.get(before);
                    let changed = at(&rows.1, before) + usize::from(Some(x) != y);
                    let mut cost = changed.min(at(&rows.1, j) + 1).min(at(&row, before) + 1);
                    let crossed = i > 0 && before > 0 && a.get(i - 1) == y && b.get(before - 1) == Some(x);
                    if crossed {
                        cost = cost.min(at(&rows.0, before - 1) + 1);
                    }
                    cost
                }
            };
            best = best.min(cost);
            if let Some(slot) = row.get_mut(j) {
                *slot = cost.min(far);
            }
        }
        if best >= far {
            return None;
        }
        rows = (rows.1, row);
    }
    Some(at(&rows.1, b.len())).filter(|&distance| distance <= limit)
}

/// What was done to one spelling to give another, when they are at most so many faults apart.
pub(super) fn slip(here: &str, there: &str, limit: usize) -> Option<(MatchReason, Nearest)> {
    let (a, b): (Vec<char>, Vec<char>) = (here.chars().collect(), there.chars().collect());
    let faults = distance(&a, &b, limit)?;
    let start = common(a.iter(), b.iter());
    let most = a.len().min(b.len()) - start;
    let end = common(a.iter().rev(), b.iter().rev()).min(most);
    let middle = |text: &[char]| text.get(start..text.len() - end).unwrap_or_default().iter().collect::<String>();
    let (here, there) = (middle(&a), middle(&b));
    let reason = match (here.chars().count(), there.chars().count()) {
        _ if faults > 1 => MatchReason::TwoFaults,
        (0, _) => MatchReason::CharacterMissing,
        (_, 0) => MatchReason::CharacterAdded,
        (1, 1) => MatchReason::CharacterChanged,
        _ => MatchReason::CharactersSwapped,
    };
    Some((reason, Nearest { at: start + 1, here, there }))
}

/// The first difference of two texts, with a few words around it.
pub(super) fn first_difference(here: &[char], there: &[char]) -> Nearest {
    let start = common(here.iter(), there.iter());
    Nearest { at: start + 1, here: around(here, start), there: around(there, start) }
}

fn common<'c>(a: impl Iterator<Item = &'c char>, b: impl Iterator<Item = &'c char>) -> usize {
    a.zip(b).take_while(|(x, y)| x == y).count()
}

/// Whole words where there are any, with `…` where the text goes on.
fn around(text: &[char], at: usize) -> String {
    let mut start = at.saturating_sub(AROUND);
    let mut end = (at + AROUND).min(text.len());
    let before = text.get(start..at).unwrap_or_default();
    if start > 0 {
        start += before.iter().position(|&char| char == ' ').map_or(0, |space| space + 1);
    }
    let after = text.get(at..end).unwrap_or_default();
    if end < text.len() {
        end = at + after.iter().rposition(|&char| char == ' ').unwrap_or(after.len());
    }
    let mut words = String::new();
    words.push_str(if start > 0 { "…" } else { "" });
    words.extend(text.get(start..end).unwrap_or_default());
    words.push_str(if end < text.len() { "…" } else { "" });
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(a: &str, b: &str, limit: usize) -> Option<usize> {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        distance(&chars(a), &chars(b), limit)
    }

    /// The whole table, without a band.
    fn plain(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let changed = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                        let mut least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            least = least.min(table[i - 2][j - 2] + 1);
                        }
                        least
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn the_band_gives_what_the_whole_table_gives() {
        let mut state = 7_u32;
        let mut next = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 16
        };
        let mut within = 0;
        for _ in 0..3000 {
            let mut text = || (0..next() % 9).map(|_| ['a', 'b', 'c'][next() as usize % 3]).collect::<Vec<_>>();
            let (a, b) = (text(), text());
            let whole = plain(&a, &b);
            for limit in 0..5 {
                let expected = Some(whole).filter(|&whole| whole <= limit);
                assert_eq!(distance(&a, &b, limit), expected, "{a:?} {b:?} {limit}");
                within += usize::from(expected.is_some());
            }
        }
        assert!(within > 2000, "{within}");
        assert_eq!(of("", "", 0), Some(0));
        assert_eq!(of("state", "tsate", 1), Some(1));
    }

    #[test]
    fn a_difference_stands_among_its_words() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let (a, b) = (chars("on the restart of very large machines"), chars("on the restart of virtual machines"));
        let nearest = first_difference(&a, &b);
        assert_eq!(nearest.at, 20);
        assert_eq!(
            (nearest.here.as_str(), nearest.there.as_str()),
            ("on the restart of very large machines", "on the restart of virtual machines")
        );
        let nearest = first_difference(&chars(&"word ".repeat(20)), &chars(&"word ".repeat(30)));
        assert_eq!(nearest.at, 101);
        assert_eq!(nearest.here, "…word word word word ");
        assert_eq!(nearest.there, "…word word word word word word word word…");
        assert_eq!(
            first_difference(&chars(&"x".repeat(99)), &chars(&"y".repeat(99))).here,
            format!("{}…", "x".repeat(24))
        );
    }
}
