//! The words that tell another language in Latin letters from English.
//!
//! Knows the words; must not know what follows from them.

/// About eighty common function words of German, French, Spanish, Italian, Portuguese and Turkish,
/// by their length from two letters. Words that English has as well ("die", "do", "per") are left
/// out: their neighbours tell.
const FUNCTION_WORDS: [&str; 4] = [
    "de du le la et un en el il di da os em um ve bu im zu su se",
    "der das und ein dem mit von auf ist bei aus les des une est que qui sur pas los las del una \
     con por che gli nel uma dos bir ile",
    "eine oder sich wird dans pour avec para como alla sono mais gibi daha olan",
    "einen einer nicht durch comme cette della delle sobre desde muito kadar",
];

/// Whether a word is one of them, in any case.
pub(super) fn is_function_word(word: &str) -> bool {
    let known = word
        .len()
        .checked_sub(2)
        .and_then(|index| FUNCTION_WORDS.get(index));
    known.is_some_and(|words| {
        words
            .split(' ')
            .any(|known| known.eq_ignore_ascii_case(word))
    })
}
