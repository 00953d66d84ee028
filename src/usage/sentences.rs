//! How each fault of pasted text reads: the place, what was given, what was expected, the way out.
//!
//! Knows the words; must not know how faults are found.

use super::grammar::{DEEPEST, Fault};
use super::problem::{CountFault, MOST_TOKENS, Problem, ProblemKind};
use super::reader::LONGEST;
use crate::money::grouped;
use rust_decimal::Decimal;
use std::fmt;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let words = self.kind.to_string();
        let place = self.at.to_string();
        let (first, rest) = place.split_at(1);
        write!(f, "{}{rest}: {words}", first.to_uppercase())
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Grammar(fault, found) => grammar(f, *fault, *found),
            Self::Cut { began, in_text, .. } if *in_text => write!(
                f,
                "the text ends inside a string of the object that begins on line {}. Copy the \
                 object to its last }}, or paste its usage alone.",
                began.line
            ),
            Self::Cut { began, open, .. } => write!(
                f,
                "the text ends while {} of the object that begins on line {} {} still open. Copy \
                 the object to its last }}, or paste its usage alone.",
                brackets(*open),
                began.line,
                if *open == 1 { "is" } else { "are" }
            ),
            Self::ArrayCut { began } => write!(
                f,
                "the text ends before the ] of the array that begins on line {}. The objects \
                 before it are read; copy the array to its end to be sure that none is missing.",
                began.line
            ),
            Self::ArrayItem(found) => write!(
                f,
                "an array of usage objects has {} here; expected {{, a comma or ]. Leave it out.",
                shown(*found)
            ),
            Self::TooLong => write!(
                f,
                "the object that begins here is longer than {} MB. Paste its usage alone, without \
                 the image.",
                LONGEST / 1024 / 1024
            ),
            Self::NotUtf8 => f.write_str(
                "the object that begins here is not in UTF-8. Save it as UTF-8, or paste its \
                 usage alone.",
            ),
            Self::WebPage => f.write_str(
                "this is a web page (HTML), not JSON. A gateway or a proxy may have answered \
                 instead of the API; paste the JSON of a response, or its usage.",
            ),
            Self::NoObject(None) => f.write_str(
                "there is nothing to read. Paste a usage object, such as {\"input_tokens\": 15, \
                 \"output_tokens\": 196}, or a whole response.",
            ),
            Self::NoObject(Some(head)) => write!(
                f,
                "“{head}” is no JSON object. Expected {{ and the keys of a usage object, such as \
                 {{\"input_tokens\": 15, \"output_tokens\": 196}}, or a whole response."
            ),
            Self::Twice(key, first) => write!(
                f,
                "{key} stands twice, first on line {}, column {}. Programs disagree on which one \
                 counts; leave one out.",
                first.line, first.column
            ),
            Self::Count(key, given, fault) => count(f, key, given, *fault),
            Self::Kind(key, given, expected) => {
                write!(f, "{key} is {given}; expected {expected}.")
            }
            Self::NoUsage(keys) => no_usage(f, keys),
            Self::ChatCompletions => f.write_str(
                "this is the usage of Chat Completions, which makes no images. Paste the usage of \
                 the Image API or of the Responses API, which has input_tokens and output_tokens.",
            ),
        }
    }
}

fn grammar(f: &mut fmt::Formatter, fault: Fault, found: Option<char>) -> fmt::Result {
    let found = shown(found);
    match fault {
        Fault::Value => write!(
            f,
            "found {found} where a value was expected: a number, a string in double quotes, true, \
             false, null, {{ or [. Printed from a program, write it as JSON."
        ),
        Fault::Key => write!(
            f,
            "found {found} where a key in double quotes or }} was expected. Leave out a last \
             comma; printed from Python, write it with json.dumps."
        ),
        Fault::Colon => write!(
            f,
            "found {found} after a key where a colon was expected. Put a : there."
        ),
        Fault::ObjectNext => write!(
            f,
            "found {found} after a value where a comma or }} was expected. Put it there, or copy \
             the object again."
        ),
        Fault::ArrayNext => write!(
            f,
            "found {found} after an item where a comma or ] was expected. Put it there, or copy \
             the object again."
        ),
        Fault::LineInString => f.write_str(
            "the line ends inside a string, where a double quote was expected. The line may have \
             been cut or wrapped; copy the object again.",
        ),
        Fault::Escape => write!(
            f,
            "found {found} after a backslash in a string; expected one of \" \\ / b f n r t u. \
             Copy the object again."
        ),
        Fault::Number => write!(
            f,
            "found {found} in a number; expected digits, such as 196. Copy the object again."
        ),
        Fault::TooDeep => write!(
            f,
            "brackets are nested deeper than {DEEPEST} levels; a response has about six. Paste \
             the usage object alone."
        ),
    }
}

fn count(f: &mut fmt::Formatter, key: &str, given: &str, fault: CountFault) -> fmt::Result {
    match fault {
        CountFault::Text => write!(
            f,
            "{key} is {given}, text in quotes; expected a whole number such as 196. Take the \
             quotes away if it is the count."
        ),
        CountFault::Negative => write!(
            f,
            "{key} is {given}; a count of tokens is 0 or more. Copy it from the response again."
        ),
        CountFault::NotWhole => write!(
            f,
            "{key} is {given}, with a point or an exponent; expected a whole number such as 196. \
             Write all its digits."
        ),
        CountFault::TooLarge => write!(
            f,
            "{key} is {given}, above {}, the most that is read. Copy it from the response again.",
            grouped(Decimal::from(MOST_TOKENS))
        ),
        CountFault::NoNumber => write!(
            f,
            "{key} is {given}; expected a whole number such as 196. Leave the key out where the \
             count is not known."
        ),
    }
}

fn no_usage(f: &mut fmt::Formatter, keys: &[String]) -> fmt::Result {
    match keys {
        [] => f.write_str("this object is empty.")?,
        _ => write!(f, "this object has {} and no usage.", keys.join(", "))?,
    }
    f.write_str(
        " Expected a usage object with input_tokens or output_tokens, or a response that holds \
         one under usage.",
    )
}

fn brackets(open: usize) -> String {
    match open {
        1 => "1 bracket".to_owned(),
        _ => format!("{open} brackets"),
    }
}

fn shown(found: Option<char>) -> String {
    match found {
        Some('"') => "a double quote".to_owned(),
        Some(found) => format!("“{found}”"),
        None => "something else".to_owned(),
    }
}
