//! Whatever is pasted: nothing panics, lines are the bill, and parts are the whole.

use crate::cases::{all, with_terms};
use pixelbill::money::{Usd, UsdRange};
use pixelbill::rates::SideTable;
use pixelbill::usage::{
    Bill, Comparer, Inputs, Piece, Problem, Read, Reader, Record, charge, read,
};
use proptest::prelude::*;

/// What a reader finds that is fed in chunks of a size.
fn chunked(text: &str, size: usize) -> Vec<Result<Piece, Problem>> {
    let mut reader = Reader::new();
    let mut found = Vec::new();
    for chunk in text.as_bytes().chunks(size) {
        reader.feed(chunk);
        found.extend(std::iter::from_fn(|| reader.next()));
    }
    reader.finish();
    found.extend(std::iter::from_fn(|| reader.next()));
    found
}

/// Text that is nearly JSON.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just(":"),
        Just("\n"),
        Just(" "),
        Just("\"usage\""),
        Just("\"input_tokens\""),
        Just("\"output_tokens\""),
        Just("\"input_tokens_details\""),
        Just("\"text_tokens\""),
        Just("\"error\""),
        Just("\"response\""),
        Just("\"output\""),
        Just("\"data\""),
        Just("\"type\""),
        Just("\"response.completed\""),
        Just("null"),
        Just("12"),
        Just("-1"),
        Just("1e309"),
        Just("\"\\u12\""),
        Just("data: "),
        Just("<html"),
        Just("ä"),
        Just("\\"),
        Just("\""),
    ];
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

fn counts() -> impl Strategy<Value = String> {
    let count = || prop::option::of(0_u64..=1_000_000_000_000);
    let details = || prop::option::of((count(), count()));
    let usage = (
        count(),
        details(),
        count(),
        details(),
        prop::option::of((count(), count())),
    );
    usage.prop_map(|(input, inputs, output, outputs, cached)| {
        let mut keys: Vec<String> = Vec::new();
        let mut key = |name: &str, value: Option<String>| {
            keys.extend(value.map(|value| format!("\"{name}\":{value}")));
        };
        let number = |count: Option<u64>| count.map(|count| count.to_string());
        let parts = |parts: Option<(Option<u64>, Option<u64>)>, names: [&str; 2]| {
            parts.map(|(a, b)| {
                let named = [(names[0], a), (names[1], b)];
                let named = named
                    .into_iter()
                    .filter_map(|(name, count)| count.map(|count| format!("\"{name}\":{count}")));
                format!("{{{}}}", named.collect::<Vec<_>>().join(","))
            })
        };
        let apart = ["text_tokens", "image_tokens"];
        key("input_tokens", number(input));
        key("input_tokens_details", parts(inputs, apart));
        key("output_tokens", number(output));
        key("output_tokens_details", parts(outputs, apart));
        key(
            "cached_tokens_details",
            parts(cached, ["cached_text_tokens", "cached_image_tokens"]),
        );
        format!("{{{}}}", keys.join(","))
    })
}

/// A record of counts, in one of the forms that hold them.
fn record() -> impl Strategy<Value = Record> {
    (counts(), counts(), 0..5_u8).prop_map(|(image, driver, form)| {
        let text = match form {
            0 => format!(r#"{{"usage":{image}}}"#),
            1 => format!(r#"{{"created":1,"data":[{{}},{{}}],"size":"1536x1024","quality":"low","usage":{image}}}"#),
            2 => format!(r#"{{"usage":{driver},"tool_usage":{{"image_gen":{image}}}}}"#),
            3 => format!(r#"{{"type":"image_edit.completed","usage":{image}}}"#),
            _ => r#"{"created":1,"data":[{}]}"#.to_owned(),
        };
        match all(&text).remove(0) {
            Ok(Read::Record(record)) => *record,
            other => panic!("{text}: {other:?}"),
        }
    })
}

const LINKS: [&str; 4] = [
    "v=1&model=gpt-image-2.5-flare&driver=gpt-5.4",
    "v=1&model=gpt-image-1.5&quality=auto&size=auto&markup=12.34",
    "v=1&model=gpt-image-2.6-flare&route=responses&driver=gpt-6.2-sol&residency=1",
    "v=1&model=gpt-image-1&own.image_output=33.3",
];

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>(), size in 1_usize..9) {
        for piece in chunked(&text, size) {
            let _ = piece.and_then(|piece| read(&piece)).map_err(|problem| problem.to_string());
        }
    }

    /// Whatever an answer calls its models, its size, its quality or its error.
    #[test]
    fn any_name_is_priced_or_explained(name in any::<String>(), tail in "[-é0-9]{8,14}") {
        let name = serde_json::to_string(&format!("{name}{tail}")).expect("a string");
        let text = format!(
            r#"{{"model":{name},"size":{name},"quality":{name},"created":1,"data":[{{}}],"usage":{{"input_tokens":5}}}}
            {{"object":"response","model":{name},"error":{name},"usage":{{"output_tokens":5}},"svg_usage":{{"model":{name},"input_tokens":1}}}}"#
        );
        for read in all(&text) {
            let Ok(Read::Record(record)) = read else {
                return Err(TestCaseError::fail(format!("{read:?}")));
            };
            let unpriced = with_terms(LINKS[0], |_| {}, |terms| charge(terms, &record).unpriced);
            for why in unpriced {
                prop_assert!(why.to_string().contains("have no price"));
            }
        }
    }

    #[test]
    fn scraps_of_json_too_and_in_chunks_of_any_size(text in scraps(), size in 1_usize..9) {
        let whole = chunked(&text, usize::MAX);
        prop_assert!(!whole.is_empty(), "neither an object nor a problem: {text}");
        prop_assert_eq!(&whole, &chunked(&text, size));
        for piece in whole {
            if let Ok(piece) = &piece {
                let sound: Result<serde_json::Value, _> = serde_json::from_str(&piece.text);
                prop_assert!(sound.is_ok(), "{}", piece.text);
            }
            let _ = piece.and_then(|piece| read(&piece)).map_err(|problem| problem.to_string());
        }
    }

    #[test]
    fn what_serde_refuses_is_refused(text in scraps()) {
        let object = format!("{{{text}}}");
        let sound = serde_json::from_str::<serde_json::Value>(&object).is_ok();
        let alone = chunked(&object, 7);
        let taken = matches!(&alone[..], [Ok(piece)] if piece.text == object);
        // serde_json keeps the last of two equal keys; both programs take them here.
        prop_assert_eq!(sound, taken, "{}", object);
    }

    #[test]
    fn lines_add_up_to_the_bill_and_parts_to_the_whole(
        records in prop::collection::vec(record(), 0..12),
        at in 0_usize..12,
        link in 0_usize..LINKS.len(),
        flat in any::<bool>(),
        inputs in 0_usize..3,
    ) {
        let rule = flat.then(|| &SideTable::embedded().billing[0]);
        let split = at.min(records.len());
        let (whole, sum, parts, backwards) = with_terms(LINKS[link], |terms| {
            terms.rule = rule;
            terms.inputs = Inputs::ALL[inputs];
        }, |terms| {
            let bill = |records: &mut dyn Iterator<Item = &Record>| {
                let mut bill = Bill::default();
                for record in records {
                    bill.add(record, &charge(terms, record));
                }
                bill
            };
            let charges = records.iter().map(|record| charge(terms, record).total());
            let sum: UsdRange = charges.sum();
            let mut parts = bill(&mut records[..split].iter());
            parts.merge(&bill(&mut records[split..].iter()));
            (bill(&mut records.iter()), sum, parts, bill(&mut records.iter().rev()))
        });
        prop_assert_eq!(whole.total(), sum);
        prop_assert_eq!(parts.total(), sum);
        prop_assert_eq!(&parts.lines, &whole.lines);
        prop_assert_eq!(&backwards.lines, &whole.lines);
        prop_assert_eq!(parts.records, whole.records);
        for line in &whole.lines {
            let each = line.usd_per_mtok.map(|rate| Usd::of_tokens(line.tokens, rate));
            prop_assert!(line.usd == each || line.tokens == 0, "{line:?}");
        }
    }

    /// Where all amounts are points the causes add up to the difference, else their sum spans it.
    #[test]
    fn causes_add_up_to_the_difference(
        records in prop::collection::vec(record(), 0..6),
        link in 0_usize..LINKS.len(),
        flat in any::<bool>(),
    ) {
        let comparison = with_terms(LINKS[link], |terms| {
            terms.rule = flat.then(|| &SideTable::embedded().billing[0]);
        }, |terms| {
            let mut comparer = Comparer::new(terms);
            for record in &records {
                comparer.add(record, &charge(terms, record));
            }
            comparer.finish()
        });
        let sum: UsdRange = comparison.causes.iter().map(|cause| cause.usd).sum();
        let difference = comparison.difference();
        prop_assert!(
            sum.low <= difference.low && difference.high <= sum.high,
            "{sum:?} does not span {difference:?}"
        );
        if comparison.causes.iter().all(|cause| cause.usd.is_point()) {
            prop_assert_eq!(sum, difference);
        }
    }
}
