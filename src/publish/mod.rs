//! What the build writes beside the program, from the same core: `prices.json`, and the table of
//! prices that stands in index.html until the program has started.
//!
//! Knows the current rate snapshot; must not know anything of a person's scenario. Native only:
//! `src/publish/main.rs` is run by `cargo xtask build`.

mod front;
mod head;
mod prices;

pub use front::front;
pub use head::head;
pub use prices::prices;

use crate::estimate::{Estimate, estimate};
use crate::rates::{Model, Quality, RateBook, RateSnapshot, Tier};
use crate::scenario::{Scenario, Stage};
use crate::size::{Size, SizeChoice};

/// The sizes that prices are published for, where a model takes them.
pub const SIZES: [Size; 7] = [
    Size::new(1024, 1024),
    Size::new(1536, 1024),
    Size::new(1024, 1536),
    Size::new(2048, 2048),
    Size::new(2048, 1152),
    Size::new(3840, 2160),
    Size::new(2160, 3840),
];

/// Models that still answer on the day of the snapshot.
fn sold(snapshot: &RateSnapshot) -> impl Iterator<Item = &'static Model> + use<> {
    let date = snapshot.date;
    let models = snapshot.image_models.iter().copied();
    models.filter(move |model| model.lifecycle.shutdown.is_none_or(|end| end > date))
}

/// One request for one image from a prompt of the default length: 50 tokens.
fn one_image(
    book: &RateBook,
    model: &Model,
    quality: Quality,
    size: Size,
    tier: Tier,
) -> (Scenario, Option<Estimate>) {
    let mut scenario = Scenario::new(book.newest().date);
    scenario.stages[0] = Stage {
        model: model.id,
        quality,
        size: SizeChoice::Exact(size),
        tier,
        ..Stage::default()
    };
    let priced = estimate(book, &scenario);
    let sound = priced.totals.is_some();
    (scenario, sound.then_some(priced))
}
