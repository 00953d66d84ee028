//! What explains the difference of one record: step by step from the stage to what came, then meter
//! by meter.
//!
//! Knows the order of the steps; `evidence` knows what came. Must not know words.

use super::causes::CauseKind;
use super::charge::{Charge, charge};
use super::compare::{Comparer, MADE, NOTHING, READ, SAID, WRITTEN, less, sum, total};
use super::evidence::{Evidence, evidence};
use super::line::{Counted, Whose};
use super::named::image_model;
use super::record::Record;
use super::terms::Terms;
use crate::estimate::{LineItem, What};
use crate::money::{Usd, UsdRange};
use crate::scenario::Stage;

impl Comparer<'_> {
    /// Finds the causes of a record that was billed.
    pub(super) fn explain(&mut self, record: &Record, charged: &Charge) {
        let official = self.official(record, charged);
        let shown = evidence(self.terms, record);
        let came = self.walk(&shown);
        let lines = self.price(&came).unwrap_or_default();
        self.outputs(&shown, &came, &official, &lines);
        self.inputs(&official, &lines);
        let driver = |counted: &[Counted]| billed(&official, Whose::Driver, counted);
        let read = driver(&[Counted::TextInput, Counted::CachedText]);
        let written = driver(&[Counted::TextOutput]);
        self.cause(CauseKind::DriverInput, less(read, sum(&lines, &READ)));
        self.cause(
            CauseKind::DriverOutput,
            less(written, sum(&lines, &WRITTEN)),
        );
        self.cause(CauseKind::Svg, official.total_of(Whose::Svg));
    }

    /// The charge at OpenAI's rates; what a contract changes is a cause of its own.
    fn official(&mut self, record: &Record, charged: &Charge) -> Charge {
        let Some(rule) = self.terms.rule else {
            return charged.clone();
        };
        let without = Terms {
            rule: None,
            ..*self.terms
        };
        let official = charge(&without, record);
        let contract = less(charged.total(), official.total());
        self.cause(CauseKind::Contract(rule.name), contract);
        official
    }

    /// Changes the stage step by step into what came.
    fn walk(&mut self, shown: &Evidence) -> Stage {
        let mut stage = self.terms.stage.clone();
        if let Some(tier) = shown.tier {
            self.step(&mut stage, CauseKind::Tier(tier), |it| it.tier = tier);
        }
        if let Some(model) = shown.model {
            let kind = CauseKind::Model(stage.model, model);
            self.step(&mut stage, kind, |it| it.model = model);
        }
        if let Some(driver) = shown.driver {
            let kind = CauseKind::Driver(stage.driver, driver);
            self.step(&mut stage, kind, |it| it.driver = Some(driver));
        }
        if let Some(size) = shown.size {
            let kind = CauseKind::Size(stage.size, size);
            self.step(&mut stage, kind, |it| it.size = size);
        }
        if let Some((quality, said)) = shown.quality {
            let kind = CauseKind::Quality(stage.quality, quality, said);
            self.step(&mut stage, kind, |it| it.quality = quality);
        }
        if let Some((images, n)) = shown.images.and_then(|n| Some((n, u8::try_from(n).ok()?))) {
            let kind = CauseKind::Images(stage.n, images);
            self.step(&mut stage, kind, |it| it.n = n);
        }
        stage
    }

    /// One step; where what it leads to cannot be priced, it is not taken.
    fn step(&mut self, stage: &mut Stage, kind: CauseKind, change: impl Fn(&mut Stage)) {
        let mut changed = stage.clone();
        change(&mut changed);
        if let (Some(before), Some(after)) = (self.price(stage), self.price(&changed)) {
            self.cause(kind, less(total(&after), total(&before)));
            *stage = changed;
        }
    }

    fn outputs(&mut self, shown: &Evidence, came: &Stage, charged: &Charge, lines: &[LineItem]) {
        let image = |counted: &[Counted]| billed(charged, Whose::Image, counted);
        let partial = self.partials(shown, came, charged);
        let made = image(&[Counted::ImageOutput, Counted::EitherOutput]);
        let (expected, text) = (sum(lines, &MADE), sum(lines, &[What::TextReturned]));
        let streamed = sum(lines, &[What::PartialImages]);
        self.cause(CauseKind::Partials, less(partial, streamed));
        let rest = less(made, partial);
        if image(&[Counted::EitherOutput]) != NOTHING {
            let said = image(&[Counted::TextOutput]);
            self.cause(CauseKind::Spread, less(rest + said, expected + text));
            return;
        }
        let kind = match expected.is_point() {
            true => CauseKind::Unexplained,
            false => CauseKind::Spread,
        };
        self.cause(kind, less(rest, expected));
        let said = image(&[Counted::TextOutput]);
        self.cause(CauseKind::TextReturned, less(said, text));
    }

    /// What the partial images among the output cost.
    fn partials(&self, shown: &Evidence, came: &Stage, charged: &Charge) -> UsdRange {
        let line = charged
            .lines
            .iter()
            .find(|line| line.whose == Whose::Image && line.counted == Counted::ImageOutput);
        let model = image_model(self.terms.snapshot, came.model);
        let (Some(line), Some(model)) = (line, model) else {
            return NOTHING;
        };
        let tokens = shown.partials * u64::from(model.output.partial_tokens);
        line.usd_per_mtok.map(|rate| Usd::of_tokens(tokens, rate))
    }

    fn inputs(&mut self, charged: &Charge, lines: &[LineItem]) {
        let image = |counted: &[Counted]| billed(charged, Whose::Image, counted);
        let text = image(&[Counted::TextInput, Counted::CachedText]);
        let images = image(&[Counted::ImageInput, Counted::CachedImage]);
        let unsplit = [
            Counted::EitherInput,
            Counted::CachedEither,
            Counted::CacheDiscount,
        ];
        let (said, sent) = (sum(lines, &SAID), sum(lines, &[What::InputImages]));
        if charged
            .lines
            .iter()
            .any(|line| unsplit.contains(&line.counted))
        {
            let all = text + images + image(&unsplit);
            return self.cause(CauseKind::Input, less(all, said + sent));
        }
        self.cause(CauseKind::References, less(images, sent));
        self.cause(CauseKind::Prompt, less(text, said));
    }
}

fn billed(charge: &Charge, whose: Whose, counted: &[Counted]) -> UsdRange {
    let lines = charge.lines.iter();
    let lines = lines.filter(|line| line.whose == whose && counted.contains(&line.counted));
    lines.map(|line| line.usd).sum()
}
