//! Each weight of the closed form, and what tells the language. How far the form is off over whole
//! prompts is tested in tests/prompt_tokens.rs.

use super::*;

#[track_caller]
fn thousandths(text: &str, expected: u64) {
    assert_eq!(
        tokens(text),
        TextTokens::of_thousandths(expected),
        "{text:?}"
    );
}

#[test]
fn each_kind_of_run_has_its_weight() {
    thousandths("", 0);
    thousandths(" ", 0);
    thousandths("fox", 980);
    // 9 letters: 3 beyond 6. 11 letters: 5 beyond 6, 2 beyond 9.
    thousandths("autumnall", 980 + 3 * 70);
    thousandths("watercolour", 980 + 5 * 70 + 2 * 210);
    thousandths("1024", 2 * 1100);
    thousandths("...", 1030 + 2 * 45);
    thousandths("a b", 2 * 980);
    thousandths("a  b", 2 * 980 + 1000);
    thousandths("a \r\n\r\n b", 2 * 980 + 660);
    thousandths("山やま산", 1015 + 2 * 730 + 850);
    thousandths("ไकЖم🦊", 470 + 430 + 310 + 450 + 2000);
    thousandths("3×2", 2 * 1100 + 2 * 210);
    thousandths("。", 3 * 210);
}

#[test]
fn function_words_and_accents_tell_another_language() {
    // "und" among four words is 25 %: 0.945 a word, 0.375 a letter beyond six.
    thousandths(
        "Wasserfarbe und Bleistift wasserfest",
        4 * 945 + (5 + 3 + 4) * 375,
    );
    // One accented letter of 30 is 3.3 %.
    thousandths("Bäume", 945 + 390);
    // One of sixteen words is 6.25 %, one of seventeen 5.9 %.
    thousandths(&("mit".to_owned() + &" fox".repeat(15)), 16 * 945);
    thousandths(&("mit".to_owned() + &" fox".repeat(16)), 17 * 980);
}

#[test]
fn the_band_is_rounded_outward_and_holds_the_estimate() {
    let of = TextTokens::of_thousandths;
    assert_eq!(
        of(0),
        TextTokens {
            likely: 0,
            band: Interval::new(0, 0)
        }
    );
    assert_eq!(
        of(10_500),
        TextTokens {
            likely: 11,
            band: Interval::new(9, 13)
        }
    );
    for thousandths in 0..5000 {
        let TextTokens { likely, band } = of(thousandths);
        assert!(band.contains(likely), "{thousandths}");
    }
}
