//! Writes the lines of one model: each tally on its meter, at its rate.
//!
//! Knows which meters a tally may fall on; must not know how tallies are made.

use super::charge::Charge;
use super::line::{Counted, Line, Whose, Why};
use super::remark::Remark;
use super::split::Tally;
use crate::estimate::charge::Pricing;
use crate::interval::Interval;
use crate::money::Usd;
use crate::rates::{Meter, Source, TextModel};
use rust_decimal::Decimal;

/// The surcharge of a very long turn; both ends where the counts of several passes are one sum.
#[derive(Clone, Copy)]
pub(super) struct Long {
    /// It begins above this many input tokens.
    pub above: u64,
    input: Interval<Decimal>,
    output: Interval<Decimal>,
}

/// The surcharge of a turn with so many input tokens; none where there is none.
pub(super) fn surcharge(model: &TextModel, input: u64, one_pass: bool) -> Option<Long> {
    let rule = model.long_context.filter(|rule| input > rule.above)?;
    let times = |times: Decimal| match one_pass {
        true => Interval::point(times),
        false => Interval::new(Decimal::ONE, times),
    };
    Some(Long {
        above: rule.above,
        input: times(rule.input_times),
        output: times(rule.output_times),
    })
}

/// Writes the lines of one model.
pub(super) struct Writer<'a, 'b> {
    charge: &'a mut Charge,
    pricing: &'a Pricing<'b>,
    whose: Whose,
    model: &'static str,
    /// A surcharge on every rate.
    pub long: Option<Long>,
    /// Whether the image model returns text too, so that output without details may be either.
    pub has_text: bool,
}

impl<'a, 'b> Writer<'a, 'b> {
    pub fn new(
        charge: &'a mut Charge,
        pricing: &'a Pricing<'b>,
        whose: Whose,
        model: &'static str,
    ) -> Self {
        Self {
            charge,
            pricing,
            whose,
            model,
            long: None,
            has_text: false,
        }
    }

    /// The lines of what was read.
    pub fn inputs(&mut self, tally: &Tally) {
        use Counted::*;
        use Meter::{CachedImageInput, CachedTextInput};
        self.line(TextInput, tally.text, &[Meter::TextInput]);
        self.line(ImageInput, tally.image, &[Meter::ImageInput]);
        self.line(
            EitherInput,
            tally.either,
            &[Meter::TextInput, Meter::ImageInput],
        );
        self.line(CachedText, tally.cached_text, &[CachedTextInput]);
        self.line(CachedImage, tally.cached_image, &[CachedImageInput]);
        self.line(
            CachedEither,
            tally.cached_either,
            &[CachedTextInput, CachedImageInput],
        );
        self.discount(tally.discounted);
    }

    /// The lines of what came back.
    pub fn outputs(&mut self, tally: &Tally) {
        self.line(
            Counted::ImageOutput,
            tally.image_output,
            &[Meter::ImageOutput],
        );
        self.line(Counted::TextOutput, tally.text_output, &[Meter::TextOutput]);
        match self.whose {
            Whose::Image if self.has_text => {
                if tally.either_output > 0 {
                    self.charge.remarks.push(Remark::OutputUnsplit(self.model));
                }
                let meters = [Meter::TextOutput, Meter::ImageOutput];
                self.line(Counted::EitherOutput, tally.either_output, &meters);
            }
            Whose::Image => {
                self.line(
                    Counted::ImageOutput,
                    tally.either_output,
                    &[Meter::ImageOutput],
                );
            }
            _ => self.line(
                Counted::TextOutput,
                tally.either_output,
                &[Meter::TextOutput],
            ),
        }
    }

    /// A line whose tokens fall on one of the meters; the rate spans them.
    fn line(&mut self, counted: Counted, tokens: u64, meters: &[Meter]) {
        if tokens == 0 {
            return;
        }
        let mut rate: Option<(Interval<Decimal>, Option<&'static Source>)> = None;
        for meter in meters {
            let Some((one, source)) = self.rate_or_full(*meter) else {
                let why = Why::NoRate(self.model, *meter);
                return self.charge.unpriced(self.whose, tokens, why);
            };
            rate = Some(match rate {
                Some((span, first)) => (span.hull(one), first.or(source)),
                None => (one, source),
            });
        }
        if let Some((rate, source)) = rate {
            self.push(counted, tokens, rate, source);
        }
    }

    fn push(
        &mut self,
        counted: Counted,
        tokens: u64,
        rate: Interval<Decimal>,
        source: Option<&'static Source>,
    ) {
        self.charge.lines.push(Line {
            whose: self.whose,
            model: self.model,
            counted,
            tokens,
            usd_per_mtok: rate,
            usd: rate.map(|rate| Usd::of_tokens(tokens, rate)),
            source,
        });
    }

    /// Tokens from cache whose full price stands in the lines of text and of images: what that
    /// takes off, as text or as images.
    fn discount(&mut self, tokens: u64) {
        if tokens == 0 {
            return;
        }
        let mut saved: Option<Interval<Decimal>> = None;
        for (full, cached) in [
            (Meter::TextInput, Meter::CachedTextInput),
            (Meter::ImageInput, Meter::CachedImageInput),
        ] {
            let (Some((full, _)), Some((cached, _))) = (self.rate(full), self.rate(cached)) else {
                return self.charge.remarks.push(Remark::NoCachedRate(self.model));
            };
            let off = Interval::new(cached.low - full.low, cached.high - full.high);
            saved = Some(saved.map_or(off, |known| known.hull(off)));
        }
        let source = self.rate(Meter::CachedTextInput).and_then(|rate| rate.1);
        if let Some(saved) = saved {
            self.push(Counted::CacheDiscount, tokens, saved, source);
        }
    }

    fn rate(&self, meter: Meter) -> Option<(Interval<Decimal>, Option<&'static Source>)> {
        let one = Interval::point(Decimal::ONE);
        let times = self.long.map_or(one, |long| match meter {
            Meter::TextOutput => long.output,
            _ => long.input,
        });
        self.pricing.rate(meter, times)
    }

    /// The rate of a meter; of a cached meter without one, the full rate, with a remark.
    fn rate_or_full(
        &mut self,
        meter: Meter,
    ) -> Option<(Interval<Decimal>, Option<&'static Source>)> {
        let full = match meter {
            Meter::CachedTextInput => Meter::TextInput,
            Meter::CachedImageInput => Meter::ImageInput,
            _ => return self.rate(meter),
        };
        self.rate(meter).or_else(|| {
            self.charge.remarks.push(Remark::NoCachedRate(self.model));
            self.rate(full)
        })
    }
}
