//! What an answer shows to have been other than estimated: model, size, quality, number.
//!
//! Knows what answers echo and which sizes and qualities a count of tokens fits; must not know
//! rates. What is inferred from tokens is marked as such.

use super::named::{image_model, text_model};
use super::record::{Kind, Record};
use super::terms::Terms;
use crate::rates::{Model, Quality, Tier};
use crate::scenario::Stage;
use crate::size::{Size, SizeChoice};

/// What an answer shows, each where it differs from the stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    pub model: Option<&'static str>,
    pub driver: Option<&'static str>,
    pub tier: Option<Tier>,
    pub size: Option<SizeChoice>,
    /// Whether the answer says it, or its tokens fit no other.
    pub quality: Option<(Quality, bool)>,
    pub images: Option<u64>,
    /// Partial images among the output.
    pub partials: u64,
}

/// Sizes that are tried where nothing says which one came.
const USUAL: [Size; 3] = [
    Size::new(1024, 1024),
    Size::new(1536, 1024),
    Size::new(1024, 1536),
];

/// What the record shows to differ from the stage of the terms.
pub fn evidence(terms: &Terms, record: &Record) -> Evidence {
    let stage = terms.stage;
    let named = record.image_model.as_deref();
    let model = named.and_then(|id| image_model(terms.snapshot, id));
    let driver = record.driver_model.as_deref();
    let driver = driver.and_then(|id| text_model(terms.snapshot, id));
    let mut found = Evidence {
        model: model.map(|it| it.id).filter(|id| *id != stage.model),
        driver: driver
            .map(|it| it.id)
            .filter(|id| Some(*id) != stage.driver),
        tier: record.tier.filter(|tier| *tier != stage.tier),
        ..Evidence::default()
    };
    if let Some(model) = model.or_else(|| image_model(terms.snapshot, stage.model)) {
        looks(&mut found, stage, record, model);
    }
    found
}

fn looks(found: &mut Evidence, stage: &Stage, record: &Record, model: &Model) {
    let size = record.size.as_deref().and_then(|text| text.parse().ok());
    let size = size.map(SizeChoice::Exact);
    let quality = record.quality.as_deref().and_then(Quality::parse);
    let quality = quality.filter(|quality| *quality != Quality::Auto);
    let images = record
        .images
        .filter(|images| *images > 0 && record.kind == Kind::Images);
    found.size = size.filter(|size| *size != stage.size);
    found.quality = quality
        .filter(|quality| *quality != stage.quality)
        .map(|quality| (quality, true));
    found.images = images.filter(|images| *images != u64::from(stage.n));
    let Some(tokens) = image_tokens(record, model) else {
        return;
    };
    let SizeChoice::Exact(size) = size.unwrap_or(stage.size) else {
        return;
    };
    let search = Search {
        model,
        tokens,
        size,
        size_known: record.size.is_some(),
        quality: quality.unwrap_or(stage.quality),
        quality_known: quality.is_some(),
        images: images.unwrap_or(stage.n.into()),
        images_known: images.is_some() || record.kind != Kind::Usage,
    };
    if let Some(fit) = search.fit() {
        fit.note(found, stage);
    }
}

/// Image tokens that came back, where they are told apart from text.
fn image_tokens(record: &Record, model: &Model) -> Option<u64> {
    let counts = record.image.counts()?;
    let details = counts.output_details.and_then(|details| details.image);
    details.or(counts.output.filter(|_| model.text_returned.is_none()))
}

/// Which size, quality and number a count of tokens fits.
struct Search<'a> {
    model: &'a Model,
    tokens: u64,
    size: Size,
    size_known: bool,
    quality: Quality,
    quality_known: bool,
    images: u64,
    images_known: bool,
}

#[derive(Clone, Copy)]
struct Fit {
    size: Size,
    quality: Quality,
    images: u64,
    partials: u64,
}

impl Search<'_> {
    /// The fit with the fewest surprises.
    fn fit(&self) -> Option<Fit> {
        let exact = |fit: &Fit| {
            self.one(fit)
                .is_some_and(|one| one * fit.images == self.tokens)
        };
        let candidates = self.candidates();
        if let Some(fit) = candidates.iter().find(|fit| exact(fit)) {
            return Some(*fit);
        }
        candidates
            .into_iter()
            .find_map(|fit| self.with_partials(fit))
    }

    /// Tokens of one image; none where the count is not published.
    fn one(&self, fit: &Fit) -> Option<u64> {
        let tokens = self.model.output.tokens_at(fit.quality, fit.size)?;
        tokens.is_point().then_some(tokens.low)
    }

    /// As estimated; another quality; another number; another size.
    fn candidates(&self) -> Vec<Fit> {
        let as_estimated = Fit {
            size: self.size,
            quality: self.quality,
            images: self.images,
            partials: 0,
        };
        let qualities: Vec<Quality> = match self.quality_known {
            true => vec![self.quality],
            false => self.model.qualities().collect(),
        };
        let of = |fit: Fit| {
            let qualities = qualities.clone().into_iter();
            qualities.map(move |quality| Fit { quality, ..fit })
        };
        let mut fits = vec![as_estimated];
        fits.extend(of(as_estimated));
        if !self.images_known {
            fits.extend((1..=10).map(|images| Fit {
                images,
                ..as_estimated
            }));
        }
        if !self.size_known {
            let others = USUAL.into_iter().filter(|size| *size != self.size);
            fits.extend(others.flat_map(|size| {
                of(Fit {
                    size,
                    ..as_estimated
                })
            }));
        }
        fits
    }

    fn with_partials(&self, fit: Fit) -> Option<Fit> {
        let each = u64::from(self.model.output.partial_tokens);
        let more = self.tokens.checked_sub(self.one(&fit)? * fit.images)?;
        let partials = more.checked_div(each)?;
        let fits = more > 0 && more % each == 0 && partials <= 3 * fit.images;
        fits.then_some(Fit { partials, ..fit })
    }
}

impl Fit {
    fn note(&self, found: &mut Evidence, stage: &Stage) {
        if stage.quality != self.quality && found.quality.is_none() {
            found.quality = Some((self.quality, false));
        }
        let size = SizeChoice::Exact(self.size);
        found.size = Some(size).filter(|size| *size != stage.size);
        found.images = Some(self.images).filter(|images| *images != u64::from(stage.n));
        found.partials = self.partials;
    }
}
