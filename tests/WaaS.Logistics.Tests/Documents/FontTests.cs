using WaaS.Logistics.Documents.Pdf.Typeset;

namespace WaaS.Logistics.Tests.Documents;

public class When_pages_are_set
{
    [Fact]
    public void The_fonts_have_every_letter_of_latin_1_and_latin_extended_a_and_our_signs()
    {
        var wanted = Enumerable.Range(0x20, 0x5F).Concat(Enumerable.Range(0xA0, 0x60)).Concat(Enumerable.Range(0x100, 0x80)).Select(c => (char)c)
            .Concat("€–„“”…✓✗ȘșȚț");
        foreach (var style in new[] { TextStyle.Body, TextStyle.Strong, TextStyle.Code })
            Assert.All(wanted, letter => Assert.True(style.Shows(new(letter)), $"U+{(int)letter:X4}"));
    }

    [Fact]
    public void They_are_small_and_carry_their_licence()
    {
        var assembly = typeof(TextStyle).Assembly;
        var fonts = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".ttf", StringComparison.Ordinal)).ToList();
        using var licence = new StreamReader(assembly.GetManifestResourceStream("LICENSE-DejaVu.txt")!);
        var text = licence.ReadToEnd();

        Assert.Equal(3, fonts.Count);
        Assert.All(fonts, font => Assert.InRange(assembly.GetManifestResourceStream(font)!.Length, 10_000, 60_000));
        Assert.Contains("Bitstream Vera Fonts Copyright", text);
        Assert.Contains("Arev Fonts Copyright", text);
    }

    [Fact]
    public void All_our_words_can_be_shown()
    {
        foreach (var language in Enum.GetValues<WaaS.Logistics.Documents.Pdf.DocumentLanguage>())
            Assert.All(LanguageTests.Entries(language).Values, text => Assert.Equal(text, PrintableText.Of(text, TextStyle.Body)));
    }
}
