using System.Buffers;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>The character sets of GS1 element strings (GS1 General Specifications, section 7.11: tables of encodable character sets 82, 39 and 64).</summary>
internal static class Charsets
{
    /// <summary>In the order of their values for the check character pair.</summary>
    public const string Set82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> In82 = SearchValues.Create(Set82);
    private static readonly SearchValues<char> In39 = SearchValues.Create("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> In64 = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    public static Fault Digits(ReadOnlySpan<char> text) => Stranger(text, text.IndexOfAnyExceptInRange('0', '9'), "only digits are allowed");

    public static Fault Text82(ReadOnlySpan<char> text) => Stranger(text, text.IndexOfAnyExcept(In82), "the character is not in GS1 character set 82");

    public static Fault Text39(ReadOnlySpan<char> text) => Stranger(text, text.IndexOfAnyExcept(In39), "the character is not in GS1 character set 39");

    /// <summary>File-safe base 64; padding may be left out, but where it stands it must fill up to a multiple of three.</summary>
    public static Fault Text64(ReadOnlySpan<char> text)
    {
        var body = text.TrimEnd('=');
        var padding = text.Length - body.Length;
        if (padding > 2 || padding > 0 && text.Length % 3 != 0)
            return new Fault("the padding of the base 64 text is wrong", body.Length);
        return Stranger(body, body.IndexOfAnyExcept(In64), "the character is not in GS1 character set 64");
    }

    private static Fault Stranger(ReadOnlySpan<char> text, int at, string what) =>
        at < 0 ? Fault.None : new Fault($"{what}, but here is {CharacterName.Of(text[at])}", at);
}
