using System.Globalization;
using System.Text.RegularExpressions;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>What a rule found in a document of evidence, in the person's language: the document itself names states and exceptions by code.</summary>
internal static partial class FindingWords
{
    /// <summary>What exactly spoke against it: the sentence of the finding with its values, else the values alone.</summary>
    public static string Finding(this Texts texts, FindingView finding) =>
        texts.Find("Finding_" + finding.MessageKey.Replace("evidence.", "", StringComparison.Ordinal).Replace('.', '_')) is { } sentence
            ? string.Format(CultureInfo.CurrentCulture, sentence, [.. finding.Arguments.Select(texts.Value)])
            : string.Join(", ", finding.Arguments);

    // Serials, versions and hashes stay as they are.
    private static object Value(this Texts texts, string argument)
    {
        if (texts.Find("FindingValue_" + argument) is { } word)
            return word;
        if (argument.Contains('.') && decimal.TryParse(argument, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        return ExceptionCode().IsMatch(argument) ? string.Join("; ", argument.Split("; ").Select(texts.Exception)) : argument;
    }

    // verification.differs: 24 sectors
    private static string Exception(this Texts texts, string told)
    {
        var code = told.Split(':')[0];
        var numbers = Number().Matches(told[code.Length..]).Select(match => (object)long.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        var sentence = texts.Find("WipeException_" + code.Replace('.', '_').Replace('-', '_'));
        return sentence is null || Place().Matches(sentence).Count > numbers.Length ? told : string.Format(CultureInfo.CurrentCulture, sentence, numbers);
    }

    [GeneratedRegex(@"^[a-z-]+\.[a-z-]+(:|;|$)")]
    private static partial Regex ExceptionCode();

    [GeneratedRegex(@"\d{1,18}")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();
}
