//! Normal forms of Unicode (UAX #15), in which one text can have two spellings.
//!
//! They are tried when texts differ and decide no verdict: nothing in the format normalises.

/// The composed form: `é` is one character.
pub(crate) fn nfc(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    return crate::wasm::normalized(text, "NFC");
    #[cfg(not(target_arch = "wasm32"))]
    unicode_normalization::UnicodeNormalization::nfc(text).collect()
}

/// The decomposed form: `é` is a letter and a combining accent.
pub(crate) fn nfd(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    return crate::wasm::normalized(text, "NFD");
    #[cfg(not(target_arch = "wasm32"))]
    unicode_normalization::UnicodeNormalization::nfd(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_its_accent_is_one_character_or_two() {
        assert_eq!((nfc("e\u{301}"), nfd("\u{e9}")), ("\u{e9}".to_owned(), "e\u{301}".to_owned()));
        assert_eq!((nfc("\u{212b}"), nfd("\u{212b}")), ("\u{c5}".to_owned(), "A\u{30a}".to_owned()));
        // Ligatures are another matter.
        assert_eq!((nfc("\u{fb01}"), nfd("plain")), ("\u{fb01}".to_owned(), "plain".to_owned()));
    }
}
