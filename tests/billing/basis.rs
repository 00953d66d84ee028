//! The basis of the whole: the weakest among lines of 1 % or more of the high end, `given` left out.

use crate::common::priced;
use pixelbill::rates::Basis;

fn basis(link: &str) -> Basis {
    priced(link)
        .totals
        .and_then(|totals| totals.basis)
        .expect("a basis")
}

/// The overhead of a plain prompt is below 1 %: $0.00003 of $0.05296.
#[test]
fn small_lines_do_not_weaken_the_whole() {
    assert_eq!(basis("model=gpt-image-2"), Basis::Calculator);
    // $0.00003 of $0.00616 is 0.49 %
    assert_eq!(basis("model=gpt-image-2&quality=low"), Basis::Calculator);
    assert_eq!(basis("model=gpt-image-1-mini"), Basis::Official);
    assert_eq!(basis("model=gpt-image-2.6-flare"), Basis::Measured);
    assert_eq!(basis("model=dall-e-3"), Basis::Official);
}

#[test]
fn lines_that_matter_do() {
    // Overhead of an edit: 44 x $5/M = $0.00022 of $0.01329, 1.7 %
    assert_eq!(
        basis("task=edit&model=gpt-image-1&quality=low&refs=1024x1024"),
        Basis::Community
    );
    // The same, with an output that dwarfs it: 0.1 %
    assert_eq!(
        basis("task=edit&model=gpt-image-1&quality=high&refs=1024x1024"),
        Basis::Official
    );
    // Text that comes back: 856 x $10/M of $0.042
    assert_eq!(basis("model=gpt-image-1.5&quality=medium"), Basis::Measured);
    // Input images of 2.6 are assumed
    assert_eq!(
        basis("task=edit&model=gpt-image-2.6-flare&refs=1024x1024"),
        Basis::Assumed
    );
    assert_eq!(
        basis("route=responses&driver=gpt-4.1-mini&model=gpt-image-2"),
        Basis::Community
    );
    assert_eq!(
        basis("task=analyze&driver=gpt-6-astra&refs=1024x1024"),
        Basis::Official
    );
    assert_eq!(
        basis("task=analyze&driver=gpt-6.2-sol&refs=1024x1024"),
        Basis::Assumed
    );
}

/// Exactly 1 % counts: overhead 6 x 1,756 = 10,536 of 1,756 x 594 + 10,536 = 1,053,600.
#[test]
fn one_percent_is_within() {
    let link = "model=gpt-image-2&prompt=0&own.image_output=594&own.text_input=";
    assert_eq!(basis(&format!("{link}1756")), Basis::Community);
    assert_eq!(basis(&format!("{link}1755.999999")), Basis::Calculator);
}

/// The person's own numbers stand outside the order; alone, they are all there is.
#[test]
fn given_is_left_out() {
    // A prompt of 32,000 tokens is $0.16 of $0.21
    assert_eq!(basis("model=gpt-image-2&prompt=32000"), Basis::Calculator);
    assert_eq!(basis("model=gpt-image-2&own.image=0.05"), Basis::Given);
}

/// Of several stages, each line counts with its sends, against the total of all.
#[test]
fn of_several_stages() {
    let weak = "stage=a&model=gpt-image-2.6-flare&quality=low";
    let strong = "stage=b&model=gpt-image-2&quality=high&requests=";
    // $0.025 of $0.24 in all, and of $21.1 in all
    assert_eq!(basis(&format!("{weak}&{strong}1")), Basis::Measured);
    assert_eq!(basis(&format!("{weak}&{strong}100")), Basis::Calculator);
    // Repeats count: 9 further sends bring it to $0.25 of $21.3
    assert_eq!(
        basis(&format!("{weak}&retries=100&tries=10&{strong}100")),
        Basis::Measured
    );
}
