using System.Globalization;

namespace WaaS.Logistics.Platform.Web;

/// <summary>How something is wanted on paper, as it stands in the address: <c>?lang=de&amp;paper=a4&amp;symbol=datamatrix&amp;format=pdf</c>. All of it may be left out.</summary>
/// <param name="Lang"><c>de</c> or <c>en</c>; else the person's language.</param>
/// <param name="Paper"><c>a4</c>, <c>62x29</c> or <c>100x50</c>.</param>
/// <param name="Symbol"><c>datamatrix</c>, or <c>code128</c> for scanners that read bars only, where it is offered.</param>
/// <param name="Format"><c>pdf</c>, or <c>zpl</c> for a label printer.</param>
public sealed record PrintQuery(string? Lang, string? Paper, string? Symbol, string? Format)
{
    public static IReadOnlyList<string> Papers { get; } = ["a4", "62x29", "100x50"];

    public bool IsZpl => One("format", Format, ["pdf", "zpl"]) == "zpl";

    public bool IsLinear => One("symbol", Symbol, ["datamatrix", "code128"]) == "code128";

    /// <summary>The paper asked for, or the usual one.</summary>
    /// <exception cref="RefusedException">There is no such paper, or it does not go with what else is asked for.</exception>
    public string PaperOr(string usual)
    {
        var paper = One("paper", Paper, [usual, .. Papers]);
        if (IsZpl && paper == "a4")
            throw new RefusedException("zpl-needs-label", "A label printer has no sheets. Choose the paper 62x29 or 100x50.", 400, "paper");
        if (IsLinear && paper == "62x29")
            throw new RefusedException("bars-need-room", "Code 128 does not fit on 62x29. Choose the paper a4 or 100x50, or the symbol datamatrix.", 400, "paper");
        return paper;
    }

    /// <summary>From here to the end of the asking method, texts are in the language of the paper.</summary>
    /// <exception cref="RefusedException">The language is not one of ours.</exception>
    public void Speak()
    {
        if (Lang is not null && !Languages.IsKnown(Lang))
            throw RefusedException.Invalid("lang", "lang is de or en.");
        if (Lang is not null)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Culture(Lang);
    }

    // The first is the usual one.
    private static string One(string field, string? given, string[] known) =>
        string.IsNullOrEmpty(given) ? known[0] : known.Contains(given) ? given : throw new RefusedException("print-choice", $"{field} is {string.Join(" or ", known.Distinct())}.", 400, field, field, string.Join(", ", known.Distinct()));
}
