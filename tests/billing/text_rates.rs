//! Rates of the text models, and what the classic analysis costs on each of them.

use crate::common::{decimal, text_model};
use pixelbill::rates::{Meter, Tier, TierRates};

/// Input, cached input, output, then input and output on the Batch API, USD per million tokens.
const RATES: [(&str, [&str; 5]); 23] = [
    ("gpt-6.2-astra", ["8", "0.4", "40", "4", "20"]),
    ("gpt-6.2-sol", ["2", "0.1", "10", "1", "5"]),
    ("gpt-6.1-terra", ["1", "0.05", "5", "0.5", "2.5"]),
    ("gpt-6.1-sol", ["2", "0.1", "10", "1", "5"]),
    ("gpt-6-astra", ["10", "1", "50", "5", "25"]),
    ("gpt-6-sol", ["2", "0.2", "10", "1", "5"]),
    ("gpt-6-luna", ["0.1", "0.01", "0.5", "0.05", "0.25"]),
    ("gpt-5.6-sol", ["4", "0.4", "20", "2", "10"]),
    ("gpt-5.6-terra", ["2", "0.2", "12", "1", "6"]),
    ("gpt-5.6-luna", ["0.2", "0.02", "1.2", "0.1", "0.6"]),
    ("gpt-5.5", ["5", "0.5", "30", "2.5", "15"]),
    ("gpt-5.4", ["2.5", "0.25", "15", "1.25", "7.5"]),
    ("gpt-5.4-mini", ["0.75", "0.075", "4.5", "0.375", "2.25"]),
    ("gpt-5.4-nano", ["0.2", "0.02", "1.25", "0.1", "0.625"]),
    ("gpt-5.2", ["1.75", "0.175", "14", "0.875", "7"]),
    ("gpt-5.1", ["1.25", "0.125", "10", "0.625", "5"]),
    ("gpt-5", ["1.25", "0.125", "10", "0.625", "5"]),
    ("gpt-5-mini", ["0.25", "0.025", "2", "0.125", "1"]),
    ("gpt-5-nano", ["0.05", "0.005", "0.4", "0.025", "0.2"]),
    ("gpt-4.1", ["2", "0.5", "8", "1", "4"]),
    ("gpt-4.1-mini", ["0.4", "0.1", "1.6", "0.2", "0.8"]),
    ("gpt-4o", ["2.5", "1.25", "10", "1.25", "5"]),
    ("gpt-4o-mini", ["0.15", "0.075", "0.6", "0.075", "0.3"]),
];

#[test]
fn rates_are_as_printed_and_batch_cached_is_half() {
    let newest = crate::common::book().newest();
    assert_eq!(newest.text_models.len(), RATES.len());
    for (id, [input, cached, output, batch_input, batch_output]) in RATES {
        let model = text_model(id);
        let rate = |tier, meter| {
            model
                .on(tier)
                .and_then(|rates: &TierRates| rates.rate(meter))
        };
        let standard = |meter| rate(Tier::Standard, meter);
        let batch = |meter| rate(Tier::BatchApi, meter);
        assert_eq!(standard(Meter::TextInput), Some(decimal(input)), "{id}");
        assert_eq!(
            standard(Meter::CachedTextInput),
            Some(decimal(cached)),
            "{id}"
        );
        assert_eq!(standard(Meter::TextOutput), Some(decimal(output)), "{id}");
        assert_eq!(batch(Meter::TextInput), Some(decimal(batch_input)), "{id}");
        assert_eq!(
            batch(Meter::TextOutput),
            Some(decimal(batch_output)),
            "{id}"
        );
        assert_eq!(
            batch(Meter::CachedTextInput),
            Some(decimal(cached) / decimal("2")),
            "{id}"
        );
    }
}

/// gpt-5.6 is the bare name of gpt-5.6-sol; dated ids are aliases.
#[test]
fn aliases() {
    for (alias, id) in [
        ("gpt-5.6", "gpt-5.6-sol"),
        ("gpt-5-2025-08-07", "gpt-5"),
        ("OpenAI/gpt-4.1-mini-2025-04-14", "gpt-4.1-mini"),
    ] {
        assert_eq!(text_model(alias).id, id);
    }
}
