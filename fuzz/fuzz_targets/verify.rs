#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| pith_verifier_fuzz::properties::verify(data));
