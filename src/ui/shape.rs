//! The grid of ratios by classes: a price in every cell that is valid, the reason in the others.

use super::state::State;
use crate::rates::FlexibleSizes;
use crate::size::{AspectRatio, Size, SizeChoice, SizeClass};
use crate::sizing::SizeFault;
use leptos::prelude::*;

/// The ratio that a size stands for: the one it was meant as, a common one, or its own.
pub fn ratio_of(size: Size, meant: Option<AspectRatio>) -> AspectRatio {
    /// Edges step by this under the flexible rule.
    const STEP: u32 = 16;
    let common = AspectRatio::COMMON
        .into_iter()
        .flat_map(|ratio| [ratio, ratio.turned()]);
    let fits = |ratio: &AspectRatio| ratio.at_long_edge(size.long(), STEP) == size;
    let exact = size.ratio();
    let known = AspectRatio::COMMON
        .iter()
        .any(|ratio| *ratio == exact || ratio.turned() == exact);
    if known {
        return exact;
    }
    meant
        .filter(fits)
        .or_else(|| common.into_iter().find(fits))
        .unwrap_or(exact)
}

/// The grid, landscape or portrait as the size on screen is until the person chooses.
pub fn grid(state: State, rule: FlexibleSizes) -> AnyView {
    let tall_size = state.asked(|stage| match stage.size {
        SizeChoice::Exact(size) => size.height > size.width,
        SizeChoice::Auto => false,
    });
    let turned = RwSignal::new(None::<bool>);
    let tall = Memo::new(move |_| turned.get().unwrap_or(tall_size.get()));
    let rows = move || {
        let tall = tall.get();
        let ratio = move |ratio: AspectRatio| if tall { ratio.turned() } else { ratio };
        AspectRatio::COMMON
            .into_iter()
            .map(|wide| row(state, rule, ratio(wide)))
            .collect_view()
    };
    view! {
        <div class="grid-head">
            <h3 id="grid-title">"Ratio by resolution"</h3>
            <div class="segments" role="group" aria-label="Orientation">
                {orientation("Landscape", false, tall, turned)}
                {orientation("Portrait", true, tall, turned)}
            </div>
        </div>
        <table class="grid" aria-labelledby="grid-title">
            <thead><tr><th scope="col"><span class="unseen">"Ratio"</span></th>{heads()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn orientation(
    name: &'static str,
    value: bool,
    tall: Memo<bool>,
    turned: RwSignal<Option<bool>>,
) -> AnyView {
    view! {
        <button type="button" aria-pressed=move || (tall.get() == value).to_string()
            on:click=move |_| turned.set(Some(value))>{name}</button>
    }
    .into_any()
}

fn heads() -> AnyView {
    let head = |class: SizeClass| {
        view! { <th scope="col">{class.as_str()}<small>{class.long_edge()}" px"</small></th> }
    };
    SizeClass::ALL
        .into_iter()
        .map(head)
        .collect_view()
        .into_any()
}

fn row(state: State, rule: FlexibleSizes, ratio: AspectRatio) -> AnyView {
    let cells = SizeClass::ALL
        .into_iter()
        .map(|class| cell(state, rule, ratio, class));
    view! {
        <tr>
            <th scope="row">{icon(ratio)}<span>{name(ratio)}</span></th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// 21:9 keeps the name people know.
fn name(ratio: AspectRatio) -> String {
    match (ratio.width, ratio.height) {
        (7, 3) => "21:9".into(),
        (3, 7) => "9:21".into(),
        _ => ratio.to_string(),
    }
}

fn icon(ratio: AspectRatio) -> AnyView {
    const EDGE: u32 = 18;
    let long = ratio.width.max(ratio.height);
    let (width, height) = (ratio.width * EDGE / long, ratio.height * EDGE / long);
    let (x, y) = ((22 - width) / 2, (22 - height) / 2);
    view! {
        <svg class="ratio" viewBox="0 0 22 22" aria-hidden="true">
            <rect x=x y=y width=width height=height rx="1.5"/>
        </svg>
    }
    .into_any()
}

/// A valid size carries its price; an invalid one its reason and the nearest valid size.
fn cell(state: State, rule: FlexibleSizes, ratio: AspectRatio, class: SizeClass) -> AnyView {
    let size = ratio.at(class, rule.step);
    let valid = rule.takes(size);
    let target = if valid {
        Some(size)
    } else {
        nearest_along(rule, ratio, size)
    };
    let Some(target) = target else {
        return view! { <td><span class="reason">{reason(rule, size)}</span></td> }.into_any();
    };
    let choice = SizeChoice::Exact(target);
    let chosen = state.asked(move |stage| stage.size == choice);
    let price = Memo::new(move |_| state.size_price(choice));
    let choose = move |_| state.ask("grid", |stage| stage.size = choice);
    let shown = target.to_string().replace('x', " × ");
    let label = if valid {
        shown
    } else {
        format!("{}: {shown}", reason(rule, size))
    };
    view! {
        <td>
            <button type="button" class="cell" class:invalid=!valid
                aria-pressed=move || chosen.get().to_string() on:click=choose>
                <span class="price">{move || price.get()}</span>
                <span class="dimensions">{label}</span>
            </button>
        </td>
    }
    .into_any()
}

/// The valid size along the ratio whose long edge is nearest.
fn nearest_along(rule: FlexibleSizes, ratio: AspectRatio, wish: Size) -> Option<Size> {
    rule.along(ratio)
        .into_iter()
        .min_by_key(|size| size.long().abs_diff(wish.long()))
}

fn reason(rule: FlexibleSizes, size: Size) -> String {
    let said = rule.faults(size).into_iter().find_map(|fault| match fault {
        SizeFault::TooFewPixels(_) => Some("too few pixels".into()),
        SizeFault::TooManyPixels(_) => Some("too many pixels".into()),
        SizeFault::Ratio(most) => Some(format!("beyond {most}:1")),
        _ => None,
    });
    said.unwrap_or_else(|| "not taken".into())
}
