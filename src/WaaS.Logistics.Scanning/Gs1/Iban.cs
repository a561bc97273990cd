using WaaS.Logistics.Scanning.Data;

namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>International bank account number: country, two check digits, ISO 7064 MOD 97-10 over all (ISO 13616-1).</summary>
internal static class Iban
{
    private const int Most = 34;
    private const int Least = 11;

    public static Fault Check(ReadOnlySpan<char> text)
    {
        if (text.Length < 4)
            return new Fault("this is too short for an IBAN");
        if (!CodeLists.CountryLetters.Contains(text[..2]))
            return new Fault($"an IBAN begins with a country, and {text[..2]} is none");
        if (text.Length is < Least or > Most)
            return new Fault($"an IBAN has {Least} to {Most} characters");
        var rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var at = (i + 4) % text.Length;
            var character = text[at];
            if (char.IsAsciiDigit(character))
                rest = (rest * 10 + character - '0') % 97;
            else if (char.IsAsciiLetterUpper(character))
                rest = (rest * 100 + character - 'A' + 10) % 97;
            else
                return new Fault($"an IBAN has digits and capital letters, but here is {CharacterName.Of(character)}", at);
        }
        return rest == 1 ? Fault.None : new Fault("the check digits of the IBAN are wrong", 2);
    }
}
