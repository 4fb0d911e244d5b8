//! Tells who shows a link to the page (a chat, a search engine) where the page stands and what it looks like. Must say nothing
//! where nobody has said where it will stand: only whole addresses are understood there.

use crate::failure::{Failure, Outcome};

/// A picture of the board, 1200 by 630 as chats want it.
pub const PICTURE: &str = "share.png";
const PICTURE_WORDS: &str = "Bảng 45 chỉ tiêu của Vĩnh Phúc: khả năng đạt từng mốc 2025 và 2030";
/// As Trunk leaves it; the picture makes the card a large one.
const SMALL_CARD: &str = "<meta content=summary name=twitter:card>";
const LARGE_CARD: &str = r#"<meta name="twitter:card" content="summary_large_image">"#;

/// The page that will stand at `address`, which ends with a slash.
pub fn write_into_page(page: &str, address: &str) -> Outcome<String> {
    if !page.contains(SMALL_CARD) {
        return Err(Failure::new(format!("index.html lacks {SMALL_CARD}"))
            .cure("The address goes beside it: give it back, or adapt xtask/src/dist/address.rs."));
    }
    let lines = [
        format!(r#"<link rel="canonical" href="{address}">"#),
        property("og:url", address),
        property("og:image", &format!("{address}{PICTURE}")),
        property("og:image:width", "1200"),
        property("og:image:height", "630"),
        property("og:image:alt", PICTURE_WORDS),
        LARGE_CARD.to_owned(),
    ];
    Ok(page.replacen(SMALL_CARD, &lines.concat(), 1))
}

fn property(name: &str, content: &str) -> String {
    format!(r#"<meta property="{name}" content="{content}">"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_is_told_where_the_page_and_its_picture_are() {
        let page = format!("<head>{SMALL_CARD}</head>");
        let told = write_into_page(&page, "https://example.org/kich-ban/").unwrap_or_default();
        for part in [
            r#"<link rel="canonical" href="https://example.org/kich-ban/">"#,
            r#"<meta property="og:image" content="https://example.org/kich-ban/share.png">"#,
            LARGE_CARD,
        ] {
            assert!(told.contains(part), "{part} is not in {told}");
        }
        assert!(!told.contains(SMALL_CARD));
        assert!(write_into_page("<head></head>", "https://example.org/").is_err());
    }
}
