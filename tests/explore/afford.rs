//! What a sum buys at each quality.

use crate::common::{book, decimal, scenario};
use pixelbill::budget::{Fit, images};
use pixelbill::money::Usd;
use pixelbill::rates::Quality;

#[test]
fn images_for_a_hundred_dollars_at_each_quality() {
    let asked = scenario("model=gpt-image-2&requests=1000");
    let hundred = Usd(decimal("100"));
    let found = images(book(), &asked, &asked.stages[0], hundred);
    let read: Vec<_> = found
        .iter()
        .map(|at| (at.quality, at.images.surely, at.images.at_most))
        .collect();
    // $0.00616, $0.05296 and $0.21100 an image: 100 / 0.00616 = 16,233.8; 100 / 0.05296 = 1,888.2;
    // 100 / 0.211 = 473.9.
    assert_eq!(
        read,
        [
            (Quality::Low, Some(16_233), Some(16_233)),
            (Quality::Medium, Some(1_888), Some(1_888)),
            (Quality::High, Some(473), Some(473)),
        ]
    );
    // 5,000 images: $30.80, $264.80 and $1,055.00.
    let fits: Vec<Fit> = found.iter().map(|at| at.fit(5000, hundred)).collect();
    assert_eq!(fits, [Fit::Surely, Fit::No, Fit::No]);
    assert_eq!(found[0].total(5000).in_words(), "$30.80");
}

#[test]
fn an_interval_may_fit() {
    let asked = scenario("model=gpt-image-2.6-flare");
    let found = images(book(), &asked, &asked.stages[0], Usd(decimal("50")));
    let medium = found
        .iter()
        .find(|at| at.quality == Quality::Medium)
        .expect("medium");
    // $0.03979 to $0.05626 an image: 1,000 come to $39.79 to $56.26.
    assert_eq!(medium.fit(1000, Usd(decimal("50"))), Fit::Perhaps);
    assert_eq!(
        (medium.images.surely, medium.images.at_most),
        (Some(888), Some(1256))
    );
}

#[test]
fn nothing_is_said_of_what_makes_no_images() {
    let asked = scenario("task=analyze&driver=gpt-6-sol&refs=640x480");
    assert_eq!(
        images(book(), &asked, &asked.stages[0], Usd(decimal("5"))),
        []
    );
}
