//! A contract of one's own: one rate per direction, each request rounded.
//!
//! Knows how such a charge is rounded; its figures stand in rates.json.

use super::charge::Charge;
use super::counts::Counts;
use super::line::{Counted, Line, Whose};
use super::remark::Remark;
use crate::interval::Interval;
use crate::money::{Usd, product};
use crate::rates::BillingRule;
use rust_decimal::{Decimal, RoundingStrategy::MidpointNearestEven};

/// One rate for all input and one for all output; missing counts are zero, as the contract says.
pub(super) fn contract(charge: &mut Charge, rule: &'static BillingRule, counts: &Counts) {
    let million = Decimal::from(1_000_000);
    let mut line = |counted, tokens: u64, each: Decimal| {
        let usd = Usd(product(Decimal::from(tokens), each));
        charge.lines.push(Line {
            whose: Whose::Image,
            model: rule.name,
            counted,
            tokens,
            usd_per_mtok: Interval::point(product(each, million).normalize()),
            usd: Interval::point(usd),
            source: None,
        });
        usd
    };
    let input = line(
        Counted::AllInput,
        counts.input.unwrap_or(0),
        rule.usd_per_input_token,
    );
    let output = line(
        Counted::AllOutput,
        counts.output.unwrap_or(0),
        rule.usd_per_output_token,
    );
    let exact = input + output;
    let rounded = exact
        .0
        .round_dp_with_strategy(rule.decimals, MidpointNearestEven);
    let off = Usd(rounded) - exact;
    if !off.0.is_zero() {
        line(Counted::Rounding, 0, Decimal::ZERO);
        if let Some(last) = charge.lines.last_mut() {
            last.usd = Interval::point(off);
        }
    }
    if counts.input.is_none() || counts.output.is_none() {
        charge.remarks.push(Remark::MissingIsZero);
    }
}
