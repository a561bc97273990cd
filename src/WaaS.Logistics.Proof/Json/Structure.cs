using System.Text.Json;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.Proof.Json;

/// <summary>
/// Holds a JSON text to an embedded JSON schema (draft 2020-12), by the few keywords our own schemas use. Reading goes through it, so the published schema and
/// what is accepted cannot drift apart; a keyword it does not know is an error of ours, not silently fulfilled.
/// </summary>
internal sealed class Structure
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description"];
    private readonly JsonElement root;
    private readonly Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);

    private Structure(string text)
    {
        Text = text;
        using var document = JsonDocument.Parse(text);
        root = document.RootElement.Clone();
    }

    public string Text { get; }

    public static Structure Embedded(string name)
    {
        using var stream = typeof(Structure).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The schema {name} is not built in.");
        using var reader = new StreamReader(stream);
        return new Structure(reader.ReadToEnd());
    }

    /// <exception cref="StructureException">The first place that does not fit.</exception>
    public void Check(JsonElement value) => Check(root, value, JsonPath.Root);

    private void Check(JsonElement schema, JsonElement value, JsonPath path)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref": Check(Definition(keyword.Value.GetString()!), value, path); break;
                case "type": CheckType(keyword.Value, value, path); break;
                case "const": CheckOneOf([keyword.Value], value, path); break;
                case "enum": CheckOneOf([.. keyword.Value.EnumerateArray()], value, path); break;
                case "properties": CheckMembers(schema, value, path); break;
                case "required": CheckRequired(keyword.Value, value, path); break;
                case "items": CheckItems(keyword.Value, value, path); break;
                case "minItems": Limit(value, JsonValueKind.Array, v => v.GetArrayLength() >= keyword.Value.GetInt32(), path, $"has fewer than {keyword.Value} entries."); break;
                case "maxItems": Limit(value, JsonValueKind.Array, v => v.GetArrayLength() <= keyword.Value.GetInt32(), path, $"has more than {keyword.Value} entries."); break;
                case "minLength": Limit(value, JsonValueKind.String, v => v.GetString()!.Length >= keyword.Value.GetInt32(), path, "is empty or too short."); break;
                case "maxLength": Limit(value, JsonValueKind.String, v => v.GetString()!.Length <= keyword.Value.GetInt32(), path, $"is longer than {keyword.Value}."); break;
                case "pattern": Limit(value, JsonValueKind.String, v => Pattern(keyword.Value.GetString()!).IsMatch(v.GetString()!), path, "does not have the right form."); break;
                case "format": Limit(value, JsonValueKind.String, v => StrictTimeConverter.TryParse(v.GetString(), out _), path, "is no time with an offset."); break;
                case "minimum": Limit(value, JsonValueKind.Number, v => v.GetDouble() >= keyword.Value.GetDouble(), path, $"is below {keyword.Value}."); break;
                case "maximum": Limit(value, JsonValueKind.Number, v => v.GetDouble() <= keyword.Value.GetDouble(), path, $"is above {keyword.Value}."); break;
                case "additionalProperties": break;
                default:
                    if (!Annotations.Contains(keyword.Name)) throw new InvalidOperationException($"The schema keyword {keyword.Name} is not known.");
                    break;
            }
        }
    }

    private JsonElement Definition(string reference)
    {
        const string Prefix = "#/$defs/";
        return reference.StartsWith(Prefix, StringComparison.Ordinal)
            ? root.GetProperty("$defs").GetProperty(reference[Prefix.Length..])
            : throw new InvalidOperationException($"The schema reference {reference} is not known.");
    }

    private static void CheckType(JsonElement allowed, JsonElement value, JsonPath path)
    {
        string[] names = allowed.ValueKind == JsonValueKind.Array ? [.. allowed.EnumerateArray().Select(a => a.GetString()!)] : [allowed.GetString()!];
        if (!names.Any(name => Is(name, value))) throw new StructureException(path.ToString(), $"is {Named(value)}, not {string.Join(" or ", names)}.", "Write the right type.");
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new InvalidOperationException($"The schema type {type} is not known."),
    };

    private static string Named(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => $"the number {value.GetRawText()}",
        JsonValueKind.Null => "null",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static void CheckOneOf(JsonElement[] allowed, JsonElement value, JsonPath path)
    {
        if (allowed.Any(a => JsonElement.DeepEquals(a, value))) return;
        throw new StructureException(path.ToString(), "has a value nobody defined.", $"Write one of {string.Join(", ", allowed.Select(a => a.GetRawText()))}.");
    }

    private void CheckMembers(JsonElement schema, JsonElement value, JsonPath path)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        var known = schema.GetProperty("properties");
        var closed = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
        foreach (var member in value.EnumerateObject())
        {
            if (known.TryGetProperty(member.Name, out var memberSchema)) Check(memberSchema, member.Value, path.Member(member.Name));
            else if (closed) throw new StructureException(path.Member(member.Name).ToString(), "is not known.", "Remove it, or use the version of the format that has it.");
        }
    }

    private static void CheckRequired(JsonElement names, JsonElement value, JsonPath path)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var name in names.EnumerateArray().Select(n => n.GetString()!))
        {
            if (!value.TryGetProperty(name, out _))
                throw new StructureException(path.Member(name).ToString(), "is missing.", "Write it; where nothing is known, write null.");
        }
    }

    private void CheckItems(JsonElement schema, JsonElement value, JsonPath path)
    {
        if (value.ValueKind != JsonValueKind.Array) return;
        var at = 0;
        foreach (var item in value.EnumerateArray()) Check(schema, item, path.Item(at++));
    }

    private static void Limit(JsonElement value, JsonValueKind kind, Func<JsonElement, bool> holds, JsonPath path, string problem)
    {
        if (value.ValueKind == kind && !holds(value)) throw new StructureException(path.ToString(), problem, "See the published schema of the format.");
    }

    private Regex Pattern(string text)
    {
        lock (patterns)
        {
            // In JSON schema $ is the very end of the text; in .NET it also stands before a last line break.
            if (!patterns.TryGetValue(text, out var regex))
                patterns[text] = regex = new Regex(text.EndsWith('$') ? text[..^1] + "\\z" : text, RegexOptions.CultureInvariant);
            return regex;
        }
    }
}
