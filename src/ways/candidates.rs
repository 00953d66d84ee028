//! What may be changed about a stage to make it cheaper.
//!
//! Knows which changes keep what a person wants; must not know what they save. A candidate may
//! turn out to be impossible or dearer: all of them are priced.

use super::{inputs, size};
use crate::effort;
use crate::estimate::Fix;
use crate::link::write_refs;
use crate::rates::{Model, Quality, RateSnapshot, Tier};
use crate::scenario::{InputImages, Stage};
use crate::size::Size;

/// What changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayKind {
    /// A size of at least as many pixels, of nearly the same ratio.
    Size(Size),
    /// Input images made smaller before they are sent.
    References(Vec<InputImages>),
    /// Fewer partial images.
    Partials(u8),
    /// The Batch API.
    Batch,
    /// Another model, at a quality of at least the same effort.
    Model(&'static str, Quality),
    /// The quality below.
    Quality(Quality),
}

impl WayKind {
    /// How much is given up, least first.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Size(_) => 0,
            Self::Partials(_) => 1,
            Self::Batch => 2,
            Self::References(_) => 3,
            Self::Model(..) => 4,
            Self::Quality(_) => 5,
        }
    }

    /// Whether the images stay as large and as good, and come as soon.
    pub const fn keeps_everything(&self) -> bool {
        matches!(self, Self::Size(_))
    }

    pub(super) const fn alike(&self, other: &Self) -> bool {
        self.rank() == other.rank()
    }

    /// The change as keys and values of a link.
    pub(super) fn fix(&self) -> Fix {
        match self {
            Self::Size(size) => Fix::one("size", size),
            Self::References(refs) => Fix::one("refs", write_refs(refs)),
            Self::Partials(partials) => Fix::one("partials", partials),
            Self::Batch => Fix::one("tier", Tier::BatchApi),
            Self::Model(model, quality) => Fix::one("model", model).and("quality", quality),
            Self::Quality(quality) => Fix::one("quality", quality),
        }
    }
}

/// Every candidate for a stage.
pub(super) fn of_stage(snapshot: &'static RateSnapshot, stage: &Stage) -> Vec<WayKind> {
    let mut found: Vec<WayKind> = inputs::smaller(snapshot, stage)
        .map(WayKind::References)
        .into_iter()
        .collect();
    if stage.tier != Tier::BatchApi {
        found.push(WayKind::Batch);
    }
    let model = snapshot
        .image_model(stage.model)
        .filter(|_| stage.makes_images());
    if let Some(model) = model {
        found.extend(size::neighbour(model, stage).map(WayKind::Size));
        found.extend(fewer_partials(stage));
        found.extend(lower(model, stage.quality).map(WayKind::Quality));
        found.extend(others(snapshot, model, stage.quality));
    }
    found
}

/// One where there are more, so that something is still seen early; none where there is one.
fn fewer_partials(stage: &Stage) -> Option<WayKind> {
    match stage.partials {
        0 => None,
        1 => Some(WayKind::Partials(0)),
        _ => Some(WayKind::Partials(1)),
    }
}

/// The quality below; none below the lowest, and none below `auto`, which may choose any.
fn lower(model: &Model, quality: Quality) -> Option<Quality> {
    let below = model.qualities().filter(|known| *known < quality);
    below.last().filter(|_| quality != Quality::Auto)
}

/// Every model without an announced end, at the lowest quality of at least the same effort.
fn others(
    snapshot: &'static RateSnapshot,
    model: &'static Model,
    quality: Quality,
) -> impl Iterator<Item = WayKind> {
    let wanted = effort::effort(model, quality);
    let lasting = snapshot.image_models.iter().filter(|other| lasts(other));
    lasting
        .filter(move |other| other.id != model.id)
        .filter_map(move |other| {
            let same = if quality == Quality::Auto {
                Some(Quality::Auto)
            } else {
                effort::at_least(other, wanted?)
            };
            Some(WayKind::Model(other.id, same?))
        })
}

/// Whether no end of a model is announced.
pub fn lasts(model: &Model) -> bool {
    model.lifecycle.shutdown.is_none() && model.lifecycle.deprecated.is_none()
}
