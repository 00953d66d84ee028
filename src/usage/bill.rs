//! Charges of many records added up, in whatever order and parts they come.
//!
//! Knows sums; must not know rates.

use super::charge::Charge;
use super::line::{Line, Unpriced};
use super::record::Record;
use super::remark::Remark;
use crate::money::{Usd, UsdRange, quotient};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What many records cost together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bill {
    /// Requests tried, failed ones among them.
    pub records: u64,
    /// Lines by model, count and rate, in a fixed order; their sum is the bill.
    pub lines: Vec<Line>,
    /// Tokens that no line holds, by their reason.
    pub unpriced: Vec<Unpriced>,
    /// Records that say nothing of what was counted: unbillable until reconciled.
    pub unbillable: u64,
    /// Requests that ended in an error.
    pub failed: u64,
    /// Images that came, where records say so.
    pub images: u64,
    /// Images of records that say nothing of what was counted.
    pub unpaid: u64,
    /// Records that do not say how many images came, though tokens were counted.
    pub silent: u64,
    /// What is worth knowing, each kind once, and of how many records.
    pub remarks: Vec<(Remark, u64)>,
}

impl Bill {
    /// Adds a record and its charge.
    pub fn add(&mut self, record: &Record, charge: &Charge) {
        self.records += 1;
        self.unbillable += u64::from(record.is_unbillable());
        self.failed += u64::from(record.error.is_some());
        self.images += record.images.unwrap_or(0);
        if record.is_unbillable() {
            self.unpaid += record.images.unwrap_or(0);
        }
        self.silent += u64::from(record.images.is_none() && record.image.counts().is_some());
        for line in &charge.lines {
            self.add_line(line);
        }
        for unpriced in &charge.unpriced {
            self.add_unpriced(unpriced);
        }
        let mut said: Vec<&'static str> = Vec::new();
        for remark in &charge.remarks {
            if !said.contains(&remark.code()) {
                said.push(remark.code());
                self.add_remark(remark, 1);
            }
        }
    }

    /// Adds what another part of the list came to.
    pub fn merge(&mut self, other: &Self) {
        self.records += other.records;
        self.unbillable += other.unbillable;
        self.failed += other.failed;
        self.images += other.images;
        self.silent += other.silent;
        self.unpaid += other.unpaid;
        for line in &other.lines {
            self.add_line(line);
        }
        for unpriced in &other.unpriced {
            self.add_unpriced(unpriced);
        }
        for (remark, records) in &other.remarks {
            self.add_remark(remark, *records);
        }
    }

    /// The sum of the lines.
    pub fn total(&self) -> UsdRange {
        self.lines.iter().map(|line| line.usd).sum()
    }

    /// Images that came and were counted, so many for each record that does not say.
    pub fn delivered(&self, silent: u64) -> u64 {
        let counted = self.images.saturating_sub(self.unpaid);
        counted.saturating_add(self.silent.saturating_mul(silent))
    }

    /// Whether nothing could be priced, though something was asked: no sum is known, which is not
    /// the sum of nothing.
    pub fn is_unknown(&self) -> bool {
        self.lines.is_empty() && (self.unbillable > 0 || !self.unpriced.is_empty())
    }

    /// USD for each of so many assets; none for none, and none where no sum is known.
    pub fn per_asset(&self, assets: u64) -> Option<UsdRange> {
        if self.is_unknown() {
            return None;
        }
        let total = self.total();
        let each = |usd: Usd| quotient(usd.0, Decimal::from(assets)).map(Usd);
        Some(UsdRange::new(each(total.low)?, each(total.high)?))
    }

    fn add_line(&mut self, line: &Line) {
        match self.lines.binary_search_by(|known| order(known, line)) {
            Ok(at) => {
                let known = &mut self.lines[at];
                known.tokens = known.tokens.saturating_add(line.tokens);
                known.usd = known.usd + line.usd;
            }
            Err(at) => self.lines.insert(at, line.clone()),
        }
    }

    fn add_unpriced(&mut self, unpriced: &Unpriced) {
        let same =
            |known: &&mut Unpriced| known.whose == unpriced.whose && known.why == unpriced.why;
        match self.unpriced.iter_mut().find(same) {
            Some(known) => known.tokens = known.tokens.saturating_add(unpriced.tokens),
            None => self.unpriced.push(unpriced.clone()),
        }
    }

    fn add_remark(&mut self, remark: &Remark, records: u64) {
        let same = |known: &&mut (Remark, u64)| known.0.code() == remark.code();
        match self.remarks.iter_mut().find(same) {
            Some(known) => known.1 += records,
            None => self.remarks.push((remark.clone(), records)),
        }
    }
}

/// The place of a line in a bill.
fn order(a: &Line, b: &Line) -> Ordering {
    let key = |line: &Line| {
        let rate = line.usd_per_mtok;
        (line.whose, line.counted, line.model, rate.low, rate.high)
    };
    key(a).cmp(&key(b))
}
