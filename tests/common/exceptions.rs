//! What may be tampered with unnoticed although it is covered, and what is noticed although it is not: each by name
//! and with its reason. `tests/tamper.rs` fails when one is needed no longer.

/// How a change can go against the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breach {
    /// Something covered was changed, and that is not noticed.
    NotNoticed,
    /// Nothing covered was changed, and what is new is said to be covered.
    Covered,
    /// The values are the same, and the report is another.
    OtherReport,
    /// Nothing covered was changed, and that is noticed.
    Noticed,
}

/// Changes to which the rule does not apply.
pub(crate) struct Exception {
    pub(crate) breach: Breach,
    pub(crate) documents: &'static [&'static str],
    /// In groups.
    pub(crate) kinds: &'static [&'static [&'static str]],
    /// JSON Pointers of the changed value; a `*` stands for any one step.
    pub(crate) places: &'static [&'static str],
    pub(crate) why: &'static str,
}

impl Exception {
    const fn new(
        breach: Breach,
        documents: &'static [&'static str],
        kinds: &'static [&'static [&'static str]],
        places: &'static [&'static str],
        why: &'static str,
    ) -> Self {
        Self { breach, documents, kinds, places, why }
    }
}

const RECORDS: &[&str] = &["record-2101.05782", "record-sections"];
const SNAPSHOTS: &[&str] = &["graph-1706.00337", "graph-sections"];

const NO_OBJECT: &[&str] = &["object to array", "to its text", "unwrapped"];
const NULL_OR_ARRAY: &[&str] = &["to null", "to an empty array", "wrapped in an array"];
const OTHER_OBJECT: &[&str] = &["to an empty object", "wrapped in an object"];
const GONE: &[&str] = &["removed", "renamed"];
const NO_TEXT: &[&str] = &["to a number", "to true"];

/// Changes that no verdict is worse for, or that have another report for the same values.
pub(crate) const MAY_PASS: &[Exception] = &[
    Exception::new(
        Breach::NotNoticed,
        RECORDS,
        &[&["case"]],
        &["/paper/title", "/graph_snapshot/paper/title"],
        "the title's hash binds it up to letter case",
    ),
    Exception::new(
        Breach::NotNoticed,
        &["record-sections"],
        &[&["white space", "case"]],
        &["/paper/abstract_excerpt", "/graph_snapshot/paper/abstract_excerpt"],
        "the abstract's hash binds it up to letter case and white space",
    ),
    Exception::new(
        Breach::NotNoticed,
        &["record-sections"],
        &[GONE, &["to null", "the same place of another document"]],
        &["/paper/abstract_excerpt", "/graph_snapshot/paper/abstract_excerpt"],
        "a record need not have an abstract, and null stands for none",
    ),
    Exception::new(
        Breach::NotNoticed,
        RECORDS,
        &[NO_OBJECT, NULL_OR_ARRAY, GONE, &["a sibling's value"]],
        &["/paper", "/graph_snapshot/paper"],
        "a record need not repeat its title page",
    ),
    Exception::new(
        Breach::NotNoticed,
        RECORDS,
        &[NO_OBJECT, NULL_OR_ARRAY, OTHER_OBJECT, GONE, &["a sibling's value", "neighbours exchanged"]],
        &["/graph_snapshot"],
        "a record need not carry a graph snapshot",
    ),
    Exception::new(
        Breach::NotNoticed,
        RECORDS,
        &[GONE],
        &["/graph_snapshot/source"],
        "a snapshot need not repeat the source",
    ),
    Exception::new(
        Breach::NotNoticed,
        RECORDS,
        &[
            NO_OBJECT,
            NULL_OR_ARRAY,
            OTHER_OBJECT,
            GONE,
            &["a sibling's value", "neighbours exchanged", "the same place of another document"],
        ],
        &[
            "/graph_snapshot/claims",
            "/graph_snapshot/references",
            "/graph_snapshot/formal_canon",
            "/graph_snapshot/author_claims",
            "/graph_snapshot/integrity",
        ],
        "which sections a snapshot has, and as what, is not published",
    ),
    Exception::new(
        Breach::NotNoticed,
        SNAPSHOTS,
        &[GONE, &["to null", "the same place of another document"]],
        &["/claims", "/references", "/formal_canon", "/author_claims", "/integrity"],
        "which sections a snapshot has, and as what, is not published",
    ),
    Exception::new(
        Breach::Covered,
        &["record-sections"],
        &[&["the same place of another document"]],
        &[
            "/graph_snapshot/claims",
            "/graph_snapshot/references",
            "/graph_snapshot/formal_canon",
            "/graph_snapshot/author_claims",
        ],
        "an empty section of one snapshot is as right in another",
    ),
    Exception::new(
        Breach::Covered,
        &["graph-sections"],
        &[&["the same place of another document"]],
        &["/claims", "/references", "/formal_canon", "/author_claims"],
        "an empty section of one snapshot is as right in another",
    ),
    Exception::new(
        Breach::NotNoticed,
        RECORDS,
        &[
            NO_OBJECT,
            NULL_OR_ARRAY,
            OTHER_OBJECT,
            GONE,
            &[
                "a sibling's value",
                "array to object",
                "element added",
                "element repeated",
                "neighbours exchanged",
                "reversed",
            ],
        ],
        &["/aliases", "/aliases/*"],
        "which aliases a record has, and in which order, is not published",
    ),
    Exception::new(
        Breach::Covered,
        RECORDS,
        &[&["element repeated"]],
        &["/aliases/*"],
        "which aliases a record has, and in which order, is not published",
    ),
    Exception::new(
        Breach::NotNoticed,
        RECORDS,
        &[&["neighbours exchanged"]],
        &[""],
        "what need not be there is there under another name",
    ),
    Exception::new(
        Breach::NotNoticed,
        &["integrity"],
        &[NO_OBJECT, NULL_OR_ARRAY, OTHER_OBJECT, GONE, &["a sibling's value", "the same place of another document"]],
        &["/integrity"],
        "whether an integrity document must have findings is not published; a check says that they are not there",
    ),
    Exception::new(
        Breach::NotNoticed,
        &["integrity"],
        &[&["reversed", "removed", "element repeated", "a sibling's value"]],
        &["/events", "/events/*"],
        "each event of an integrity document stands alone",
    ),
    Exception::new(
        Breach::Covered,
        &["integrity"],
        &[&["element repeated"]],
        &["/events/*"],
        "each event of an integrity document stands alone",
    ),
    Exception::new(
        Breach::OtherReport,
        &["integrity"],
        &[&["reversed"]],
        &["/events/*"],
        "the members that nothing signs are listed in the order of the document",
    ),
    Exception::new(
        Breach::NotNoticed,
        &["events"],
        &[&["removed", "element repeated", "a sibling's value", "the same place of another document", "reversed"]],
        &["/events", "/events/*"],
        "each event of a list stands alone",
    ),
    Exception::new(
        Breach::Covered,
        &["events"],
        &[&["element repeated"]],
        &["/events/*"],
        "each event of a list stands alone",
    ),
    Exception::new(
        Breach::NotNoticed,
        &["events", "event"],
        &[&["unwrapped", "wrapped in an array"]],
        &[""],
        "one event, an array of them and an object with that array say the same",
    ),
    Exception::new(
        Breach::NotNoticed,
        &[
            "bundle-1212.1787",
            "bundle-1411.1958",
            "bundle-1501.03619",
            "bundle-1606.05963",
            "bundle-attested",
            "bundle-reused",
            "bundle-signers",
            "bundle-sections",
        ],
        &[&["unwrapped"]],
        &[""],
        "the events of a bundle alone are a list of events, and are called so",
    ),
    Exception::new(
        Breach::NotNoticed,
        &["pith-mirrors"],
        &[
            NO_OBJECT,
            NULL_OR_ARRAY,
            OTHER_OBJECT,
            GONE,
            &["a sibling's value", "array to object", "element added", "neighbours exchanged"],
        ],
        &["", "/mirrors", "/mirrors/*", "/mirrors/*/public_key"],
        "which mirrors a manifest lists, and with which keys, nothing says",
    ),
    Exception::new(
        Breach::Covered,
        &["pith-mirrors"],
        &[&["element repeated"]],
        &["/mirrors/*"],
        "which mirrors a manifest lists, and with which keys, nothing says",
    ),
];

/// Changes of what is covered by nothing that are noticed all the same.
pub(crate) const MAY_FAIL: &[Exception] = &[
    Exception::new(
        Breach::Noticed,
        &["canonical"],
        &[NO_OBJECT, NULL_OR_ARRAY, OTHER_OBJECT, GONE, &["a sibling's value", "neighbours exchanged"]],
        &["", "/metadata", "/metadata/submitted_at", "/source", "/source/id"],
        "a canonical record is recognised by these members",
    ),
    Exception::new(
        Breach::Noticed,
        SNAPSHOTS,
        &[NO_OBJECT, NULL_OR_ARRAY, OTHER_OBJECT, GONE, &["a sibling's value"]],
        &["/paper", "/paper/title"],
        "a snapshot is recognised by its title",
    ),
    Exception::new(
        Breach::Noticed,
        &["record-2101.05782"],
        &[NO_TEXT, OTHER_OBJECT, &["to an empty array", "wrapped in an array"]],
        &["/paper/abstract_excerpt", "/graph_snapshot/paper/abstract_excerpt"],
        "an abstract is a text, also when its end is cut off and its hash cannot be tried",
    ),
    Exception::new(
        Breach::Noticed,
        &["integrity"],
        &[
            NULL_OR_ARRAY,
            OTHER_OBJECT,
            GONE,
            NO_TEXT,
            &[
                "a sibling's value",
                "another normal form",
                "another value",
                "case",
                "one character",
                "to an empty string",
                "truncated",
                "white space",
                "zero width",
            ],
        ],
        &["/schema"],
        "an integrity document is recognised by its schema",
    ),
    Exception::new(
        Breach::Noticed,
        RECORDS,
        &[&["the same place of another document"]],
        &["/aliases/*/alias_kind"],
        "the kind of an alias says what it must be",
    ),
    Exception::new(
        Breach::Noticed,
        &["record-2101.05782"],
        &[&[
            "a sibling's value",
            "another value",
            "neighbours exchanged",
            "one character",
            "the same place of another document",
            "to an empty string",
            "truncated",
        ]],
        &["/paper", "/paper/abstract_excerpt", "/graph_snapshot/paper", "/graph_snapshot/paper/abstract_excerpt"],
        "an excerpt of 600 characters is cut and not checked; a shorter one passes for whole and is",
    ),
    Exception::new(
        Breach::Noticed,
        &["event", "record-sections", "events"],
        &[NULL_OR_ARRAY, OTHER_OBJECT, GONE, NO_TEXT, &["the same place of another document"]],
        &["/signature/key_id", "/receipt/key_id", "/events/*/signature/key_id"],
        "a signature must name its key, and not as another's, even where the key has no name of its own",
    ),
    Exception::new(
        Breach::Noticed,
        &["events", "integrity"],
        &[&["element added"]],
        &["/events"],
        "what stands among events must be one",
    ),
    Exception::new(
        Breach::Noticed,
        &["graph-sections", "record-sections"],
        &[&["minus one", "the same place of another document"]],
        &["/author_claims/count", "/formal_canon", "/graph_snapshot/author_claims/count"],
        "a section that counts none is empty, and the digest of an empty one is known",
    ),
];
