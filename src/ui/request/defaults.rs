//! What the API does where a parameter is left out, said beside the control that prices another
//! value: `size` and `quality` are `auto` then.

use super::hint;
use super::prices::image_price;
use crate::rates::Quality;
use crate::scenario::{Stage, Task};
use crate::size::SizeChoice;
use crate::ui::dom::El;
use crate::ui::state::State;

/// Beside the qualities.
pub fn left_out_quality(state: State) -> El {
    let other = move || state.priced(|stage| stage.quality != Quality::Auto);
    let auto = |stage: &mut Stage| stage.quality = Quality::Auto;
    hint(move || words(state, "quality", other(), auto))
}

/// Beside the sizes.
pub fn left_out_size(state: State) -> El {
    let other = move || state.priced(|stage| stage.size != SizeChoice::Auto);
    let auto = |stage: &mut Stage| stage.size = SizeChoice::Auto;
    hint(move || words(state, "size", other(), auto))
}

/// Nothing where `auto` is priced already, or where the model has none.
fn words(state: State, key: &str, other: bool, auto: fn(&mut Stage)) -> String {
    let makes_images = state.priced(|stage| stage.task != Task::Analyze);
    let price = image_price(state, auto);
    match price.filter(|_| other && makes_images) {
        Some(price) => format!(
            "A request that leaves `{key}` out gets `auto`: {} an image.",
            price.each_in_words()
        ),
        None => String::new(),
    }
}
