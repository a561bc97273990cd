using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WaaS.Logistics.Proof.Json;

internal sealed class CanonicalWriter(IBufferWriter<byte> output)
{
    public void Write(JsonElement element, JsonPath path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(element, path); break;
            case JsonValueKind.Array: WriteArray(element, path); break;
            case JsonValueKind.String: WriteText(Text(element, path)); break;
            case JsonValueKind.Number: WriteNumber(element, path); break;
            case JsonValueKind.True: output.Write("true"u8); break;
            case JsonValueKind.False: output.Write("false"u8); break;
            case JsonValueKind.Null: output.Write("null"u8); break;
            default: throw new CanonicalJsonException(path.ToString(), "holds no JSON value.");
        }
    }

    private void WriteObject(JsonElement element, JsonPath path)
    {
        var members = Members(element, path);
        members.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            var (name, value) = members[i];
            var here = path.Member(name);
            if (i > 0 && name == members[i - 1].Name) throw new CanonicalJsonException(here.ToString(), "appears twice; keep one.");
            if (i > 0) output.Write(","u8);
            WriteText(name);
            output.Write(":"u8);
            Write(value, here);
        }

        output.Write("}"u8);
    }

    private static List<(string Name, JsonElement Value)> Members(JsonElement element, JsonPath path)
    {
        List<(string, JsonElement)> members = [];
        foreach (var member in element.EnumerateObject())
        {
            try
            {
                members.Add((member.Name, member.Value));
            }
            catch (InvalidOperationException e)
            {
                throw new CanonicalJsonException(path.ToString(), "has a member name with a lone surrogate.", e);
            }
        }

        return members;
    }

    private void WriteArray(JsonElement element, JsonPath path)
    {
        output.Write("["u8);
        var at = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (at > 0) output.Write(","u8);
            Write(item, path.Item(at++));
        }

        output.Write("]"u8);
    }

    private static string Text(JsonElement element, JsonPath path)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new CanonicalJsonException(path.ToString(), "has a lone surrogate; it has no UTF-8 form.", e);
        }
    }

    private void WriteNumber(JsonElement element, JsonPath path)
    {
        var raw = element.GetRawText();
        var value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value)) throw new CanonicalJsonException(path.ToString(), $"the number {raw} is beyond a double; send it as text.");

        var text = Es6Number.Format(value);
        if (Math.Abs(value) > 9007199254740991 && raw.AsSpan().IndexOfAny("eE.") < 0 && raw != text)
            throw new CanonicalJsonException(path.ToString(), $"the whole number {raw} would become {text}; send it as text.");
        output.Write(Encoding.ASCII.GetBytes(text));
    }

    private void WriteText(string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\t' => escaped.Append("\\t"),
                '\n' => escaped.Append("\\n"),
                '\f' => escaped.Append("\\f"),
                '\r' => escaped.Append("\\r"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        output.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }
}
