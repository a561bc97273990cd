using System.Globalization;

namespace WaaS.Logistics.Proof.Json;

/// <summary>A place in a JSON text; the text of the path is built only when an error names it.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? parent;
    private readonly string? member;
    private readonly int index;

    public static readonly JsonPath Root = new(null, null, 0);

    private JsonPath(JsonPath? parent, string? member, int index) => (this.parent, this.member, this.index) = (parent, member, index);

    public JsonPath Member(string name) => new(this, name, 0);

    public JsonPath Item(int at) => new(this, null, at);

    public override string ToString()
    {
        if (parent is null) return "$";
        if (member is null) return string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");
        return member.Length > 0 && member.All(char.IsAsciiLetterOrDigit) ? $"{parent}.{member}" : $"{parent}['{member}']";
    }
}
