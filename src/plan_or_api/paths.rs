//! The paths, priced for a person's own numbers.
//!
//! Knows plans, seats and what the API costs around its images; must not know words.

use super::{BreakEven, Needs, Tool, break_even};
use crate::interval::Interval;
use crate::money::{Usd, UsdRange, product, quotient};
use crate::rates::{Plan, SideTable};
use rust_decimal::Decimal;

/// One way to the images.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Which way.
    pub kind: PathKind,
    /// USD a month; none where no price is known, or it does not bring as many images.
    pub monthly: Option<UsdRange>,
    /// USD an image, were all of them to come; none without a price or without images.
    pub per_image: Option<UsdRange>,
    /// Where it and the API cost the same; none for the API itself and without a price.
    pub break_even: Option<BreakEven>,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathKind {
    /// One person's ChatGPT plan, or several of them.
    Personal(&'static Plan),
    /// A workspace of seats.
    Workspace(&'static Plan),
    /// An Enterprise workspace, whose price is a contract.
    Enterprise,
    /// A specialist tool.
    Tool,
    /// The API, with what is around it.
    Api,
}

/// Every path, the API last. A tool stands among them where one is given.
pub fn paths(table: &SideTable, needs: &Needs) -> Vec<Path> {
    let plan = |plan: &'static Plan| plan_path(plan, needs);
    let (workspaces, personal): (Vec<&'static Plan>, Vec<&'static Plan>) =
        table.plans.iter().partition(|plan| plan.workspace);
    let mut paths: Vec<Path> = personal.into_iter().chain(workspaces).map(plan).collect();
    paths.push(path(PathKind::Enterprise, None, needs, None));
    if let Some(tool) = &needs.tool {
        let monthly = tool.monthly(needs.images).map(Interval::point);
        paths.push(path(PathKind::Tool, monthly, needs, Some(*tool)));
    }
    paths.push(path(PathKind::Api, api(needs), needs, None));
    paths
}

fn plan_path(plan: &'static Plan, needs: &Needs) -> Path {
    let seats = Decimal::from(needs.seats.max(plan.least_seats));
    let a_seat = match needs.yearly {
        true => plan.usd_per_month_yearly.or(plan.usd_per_month),
        false => plan.usd_per_month,
    };
    let price = a_seat.map(|price| product(price, seats));
    // No number of images is published, so the plan's price is taken as all that is paid.
    let flat = price.map(|price| Tool {
        price,
        included: u64::MAX,
        further: None,
    });
    let kind = match plan.workspace {
        true => PathKind::Workspace(plan),
        false => PathKind::Personal(plan),
    };
    path(
        kind,
        price.map(|price| Interval::point(Usd(price))),
        needs,
        flat,
    )
}

/// USD a month on the API: its images, and all that is around them.
fn api(needs: &Needs) -> Option<UsdRange> {
    let images = Decimal::from(needs.images);
    let images = needs.each?.map(|each| each * images);
    Some(images + Interval::point(needs.around.monthly()))
}

fn path(kind: PathKind, monthly: Option<UsdRange>, needs: &Needs, tool: Option<Tool>) -> Path {
    let images = Decimal::from(needs.images);
    let each = |usd: Usd| quotient(usd.0, images).map(Usd);
    let per_image = monthly.and_then(|usd| Some(Interval::new(each(usd.low)?, each(usd.high)?)));
    let against = needs.each.zip(tool);
    Path {
        kind,
        monthly,
        per_image,
        break_even: against.map(|(each, tool)| break_even(needs.around.monthly(), each, &tool)),
    }
}
