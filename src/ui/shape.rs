//! The grid of ratios by classes: a price in every cell that is valid, the reason in the others.

use super::live::{all, live, part};
use super::state::State;
use crate::rates::FlexibleSizes;
use crate::size::{AspectRatio, Size, SizeChoice, SizeClass};
use crate::sizing::SizeFault;
use leptos::prelude::*;

/// The ratio that a size stands for: the one it was meant as, a common one, or its own.
pub fn ratio_of(size: Size, meant: Option<AspectRatio>) -> AspectRatio {
    /// Edges step by this under the flexible rule.
    const STEP: u32 = 16;
    let exact = size.ratio();
    let common = || AspectRatio::COMMON.into_iter().flat_map(|ratio| [ratio, ratio.turned()]);
    if common().any(|ratio| ratio == exact) {
        return exact;
    }
    let fits = |ratio: &AspectRatio| ratio.at_long_edge(size.long(), STEP) == size;
    meant.filter(fits).or_else(|| common().find(fits)).unwrap_or(exact)
}

/// A ratio as people name it: 7:3 is 21:9.
pub fn name(ratio: AspectRatio) -> String {
    match (ratio.width, ratio.height) {
        (7, 3) => "21:9".into(),
        (3, 7) => "9:21".into(),
        _ => ratio.to_string(),
    }
}

/// The grid, landscape or portrait as the size on screen is until the person chooses.
pub fn grid(state: State, rule: FlexibleSizes) -> AnyView {
    let turned = RwSignal::new(None::<bool>);
    let tall = Memo::new(move |_| {
        let asked = state.asked(|stage| match stage.size {
            SizeChoice::Exact(size) => size.height > size.width,
            SizeChoice::Auto => false,
        });
        turned.get().unwrap_or(asked)
    });
    let rows = part(move || {
        let tall = tall.get();
        let ratio = |wide: AspectRatio| if tall { wide.turned() } else { wide };
        all(AspectRatio::COMMON.into_iter().map(|wide| row(state, rule, ratio(wide))))
    });
    let orientation = move |name: &'static str, value: bool| {
        let pressed = live(move || (tall.get() == value).to_string());
        view! { <button type="button" aria-pressed=pressed on:click=move |_| turned.set(Some(value))>{name}</button> }
            .into_any()
    };
    view! {
        <div class="grid-head">
            <h3 id="grid-title">"Ratio by resolution"</h3>
            <div class="segments" role="group" aria-label="Orientation">
                {orientation("Landscape", false)}
                {orientation("Portrait", true)}
            </div>
        </div>
        <table class="grid" aria-labelledby="grid-title">
            <thead><tr><th scope="col"><span class="unseen">"Ratio"</span></th>{heads()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn heads() -> AnyView {
    let head = |class: SizeClass| {
        let edge = format!("{} px", class.long_edge());
        view! { <th scope="col">{class.as_str()}<small>{edge}</small></th> }.into_any()
    };
    all(SizeClass::ALL.into_iter().map(head))
}

fn row(state: State, rule: FlexibleSizes, ratio: AspectRatio) -> AnyView {
    let cells = all(SizeClass::ALL.into_iter().map(|class| cell(state, rule, ratio, class)));
    view! { <tr><th scope="row">{icon(ratio)}<span>{name(ratio)}</span></th>{cells}</tr> }.into_any()
}

fn icon(ratio: AspectRatio) -> AnyView {
    const EDGE: u32 = 18;
    let long = ratio.width.max(ratio.height);
    let (width, height) = (ratio.width * EDGE / long, ratio.height * EDGE / long);
    let (x, y) = ((22 - width) / 2, (22 - height) / 2);
    let text = |pixels: u32| pixels.to_string();
    view! {
        <svg class="ratio" viewBox="0 0 22 22" aria-hidden="true">
            <rect x=text(x) y=text(y) width=text(width) height=text(height) rx="1.5"/>
        </svg>
    }
    .into_any()
}

/// A valid size carries its price; an invalid one its reason and the nearest valid size.
fn cell(state: State, rule: FlexibleSizes, ratio: AspectRatio, class: SizeClass) -> AnyView {
    let size = ratio.at(class, rule.step);
    let reason = reason(rule, size);
    let target = if reason.is_none() { Some(size) } else { nearest_along(rule, ratio, size) };
    let Some(target) = target else {
        return view! { <td><span class="reason">{reason}</span></td> }.into_any();
    };
    let choice = SizeChoice::Exact(target);
    let chosen = live(move || state.asked(|stage| stage.size == choice).to_string());
    let price = live(move || state.size_price(choice));
    let choose = move |_| state.ask("grid", |stage| stage.size = choice);
    let class = if reason.is_some() { "cell invalid" } else { "cell" };
    view! {
        <td>
            <button type="button" class=class aria-pressed=chosen on:click=choose>
                <span class="price">{price}</span>
                <span class="dimensions">{target.to_string().replace('x', " × ")}</span>
                <span class="reason">{reason}</span>
            </button>
        </td>
    }
    .into_any()
}

/// The valid size along the ratio whose long edge is nearest.
fn nearest_along(rule: FlexibleSizes, ratio: AspectRatio, wish: Size) -> Option<Size> {
    rule.along(ratio).into_iter().min_by_key(|size| size.long().abs_diff(wish.long()))
}

/// Why a size of the grid is not valid, and what stands in its cell.
fn reason(rule: FlexibleSizes, size: Size) -> Option<String> {
    rule.faults(size).into_iter().next_back().map(|fault| match fault {
        SizeFault::TooFewPixels(_) => format!("nearest; {size} has too few pixels"),
        SizeFault::TooManyPixels(_) => format!("nearest; {size} has too many pixels"),
        SizeFault::Ratio(most) => format!("nearest; {size} is beyond {most}:1"),
        _ => format!("nearest; {size} is not taken"),
    })
}
