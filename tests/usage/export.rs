//! A bill as JSON: what was pasted stays as it was.

use crate::cases::{records, with_terms};
use pixelbill::export::bill_json;
use pixelbill::usage::{Bill, charge};
use serde_json::Value;

#[test]
fn pasted_objects_stand_verbatim_beside_their_charges() {
    let usage = "{\"output_tokens\":  196,\n \"strange\": 1.50e0}";
    let text = format!("{usage}\n{{\"created\":1,\"data\":[{{}}]}}");
    let records = records(&text);
    let json = with_terms(
        "v=1&model=gpt-image-2.5-flare",
        |_| {},
        |terms| {
            let mut bill = Bill::default();
            let charged = records.iter().map(|record| {
                let charge = charge(terms, record);
                bill.add(record, &charge);
                (record.clone(), charge)
            });
            let charged: Vec<_> = charged.collect();
            bill_json(terms, &bill, &charged)
        },
    );
    assert!(json.contains(&format!("\"pasted\":{usage}")), "{json}");
    let read: Value = serde_json::from_str(&json).expect("it is JSON");
    // 196 x 30 millionths
    assert_eq!(read["total"]["low"], "0.00588");
    assert_eq!(read["records"][0]["total"]["high"], "0.00588");
    assert_eq!(read["records"][0]["unknown"][0], "strange");
    assert_eq!(read["records"][0]["line_items"][0]["tokens"], 196);
    assert_eq!(read["records"][1]["total"], Value::Null);
    assert_eq!(
        (&read["requests"], &read["unbillable"]),
        (&2.into(), &1.into())
    );
}

#[test]
fn what_nobody_can_price_has_no_price_instead_of_zero() {
    let unbilled = "{\"created\":1,\"data\":[{}]}";
    let counted = "{\"created\":1,\"data\":[{}],\"usage\":{\"output_tokens\":196}}";
    let bill = |text: &str| {
        let records = records(text);
        with_terms(
            "v=1&model=gpt-image-2.5-flare",
            |_| {},
            |terms| {
                let mut bill = Bill::default();
                for record in &records {
                    bill.add(record, &charge(terms, record));
                }
                bill
            },
        )
    };
    let alone = bill(unbilled);
    assert!(alone.is_unknown());
    assert_eq!((alone.delivered(0), alone.per_asset(1)), (0, None));
    // The image that nothing was counted for does not make the other one cheaper.
    let both = bill(&format!("{unbilled}\n{counted}"));
    assert!(!both.is_unknown());
    assert_eq!((both.images, both.delivered(0)), (2, 1));
}

#[test]
fn a_bill_of_nothing_is_json_too() {
    let json = with_terms(
        "v=1",
        |_| {},
        |terms| bill_json(terms, &Bill::default(), &[]),
    );
    let read: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(read["records"], Value::Array(Vec::new()));
}
