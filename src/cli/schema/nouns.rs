//! The nouns whose JSON is not what their fields say.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::{Answers, Date, Deadline, MonthDay, Quantity, Text, Value};
use crate::pack::Constant;
use crate::pack::due::{After, Due, Every, Yearly};

/// One entry of `$defs`: a name, and the schema that stands there.
macro_rules! noun {
    ($noun:ty, $name:literal, $generator:ident => $schema:expr) => {
        impl JsonSchema for $noun {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

noun!(Quantity, "Quantity", _generator => json_schema!({
    "description": "An exact number: a plain decimal with at most four digits after the point.",
    "type": "number",
}));

noun!(Constant, "Constant", generator => {
    let number = generator.subschema_for::<Quantity>();
    json_schema!({
        "description": "A figure of the document: a number, or a text with what it counts.",
        "anyOf": [number, { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,4})?( ?%| ?\\S.*)?$" }],
        "examples": [200_000, "50%", "20 元/平方米", "12 个月"],
    })
});

noun!(Date, "Date", _generator => json_schema!({
    "description": "A day of the calendar, `YYYY-MM-DD`.",
    "type": "string",
    "format": "date",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}));

noun!(Deadline, "Deadline", generator => {
    let day = generator.subschema_for::<Date>();
    json_schema!({
        "description": "A year, `YYYY`, or a day.",
        "anyOf": [{ "type": "string", "pattern": "^[0-9]{4}$" }, day],
    })
});

noun!(MonthDay, "MonthDay", _generator => json_schema!({
    "description": "A day that every year has, `MM-DD`.",
    "type": "string",
    "pattern": "^((01|03|05|07|08|10|12)-(0[1-9]|[12][0-9]|3[01])|(04|06|09|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$",
}));

noun!(Due, "Due", generator => {
    let day = generator.subschema_for::<Date>();
    let rule = |key: &str, rule: Schema| json_schema!({
        "type": "object",
        "properties": { (key): rule },
        "required": [key],
        "additionalProperties": false,
    });
    let after = rule("after", generator.subschema_for::<After>());
    let yearly = rule("yearly", generator.subschema_for::<Yearly>());
    let every = rule("every", generator.subschema_for::<Every>());
    json_schema!({
        "description": "A day, or the rule by which it is reckoned.",
        "anyOf": [day, after, yearly, every],
    })
});

noun!(Text, "Text", _generator => {
    let words = json_schema!({ "type": "string", "pattern": "\\S" });
    json_schema!({
        "description": "The same words in Chinese and in English, neither of them blank.",
        "type": "object",
        "properties": { "zh": words, "en": words },
        "required": ["zh", "en"],
        "additionalProperties": false,
    })
});

noun!(Value, "Value", generator => {
    let number = generator.subschema_for::<Quantity>();
    json_schema!({
        "description": "What was answered to one fact, by the type of the fact.",
        "anyOf": [
            { "description": "`bool`", "type": "boolean" },
            number,
            { "description": "`choice`, `text` or `date`", "type": "string" },
            { "description": "`set`", "type": "array", "items": { "type": "string" }, "uniqueItems": true },
            {
                "description": "`list`: rows, each with its cells by column id",
                "type": "array",
                "items": { "type": "object", "additionalProperties": { "type": ["boolean", "number", "string"] } },
            },
        ],
    })
});

noun!(Answers, "Answers", generator => {
    let value = generator.subschema_for::<Value>();
    json_schema!({
        "description": "The answers by fact id. A fact that is absent is unknown.",
        "type": "object",
        "additionalProperties": value,
    })
});
