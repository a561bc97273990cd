using System.Globalization;
using System.Text;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Resale.Units;

/// <summary>Who buys. Names are compared without case, umlauts, punctuation and legal form: "Müller AG" and "MUELLER Ag." are one.</summary>
internal sealed record Buyer(string Name, string Key)
{
    public const int MaxLength = 120;

    private static readonly HashSet<string> LegalWords =
        ["GMBH", "MBH", "UG", "AG", "KG", "KGAA", "OHG", "GBR", "EG", "EV", "EK", "SE", "CO", "INC", "INCORPORATED", "CORP", "CORPORATION", "COMPANY", "LTD", "LIMITED", "LLC", "LLP", "PLC", "SA", "SARL", "SAS", "SRL", "SPA", "NV", "BV", "AB", "AS", "OY", "HAFTUNGSBESCHRAENKT"];

    // Written as a word by some and as & or + by others.
    private static readonly HashSet<string> Connectives = ["UND", "AND", "U", "ET"];

    public static Buyer Read(string? name)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxLength)
            throw RefusedException.Invalid("buyer", $"The field buyer is empty or longer than {MaxLength} characters. Say who buys.", MaxLength);
        return KeyOf(trimmed) is { Length: > 0 } key ? new Buyer(trimmed, key)
            : throw RefusedException.Invalid("buyer", $"'{trimmed}' names nobody: a buyer's name has letters or digits.", MaxLength);
    }

    /// <summary>Empty where the text names nobody.</summary>
    public static string KeyOf(string? name)
    {
        var words = Words(name ?? "");
        while (words.Count > 1 && LegalWords.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        return string.Concat(words);
    }

    private static List<string> Words(string name)
    {
        var text = name.ToUpperInvariant().Replace("Ä", "AE").Replace("Ö", "OE").Replace("Ü", "UE").Replace("ß", "SS").Replace("ẞ", "SS").Replace(".", "").Replace("'", "").Replace("’", "");
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToUpperInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(Connectives.Contains) ? [.. words] : [.. words.Where(word => !Connectives.Contains(word))];
    }
}
