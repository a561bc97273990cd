using System.Globalization;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Tests.Sayings;

public sealed class When_a_reason_is_read
{
    [Theory]
    [InlineData("de", "stop-list", "es steht auf der Sperrliste")]
    [InlineData("en", "Extra", "unexpected")]
    [InlineData("de", "seal-broken: 4711", "Siegel 4711 ist gebrochen")]
    [InlineData("en", "seal-broken: 4711", "seal 4711 is broken")]
    [InlineData("de", "receipt-taken-back: stop-list", "die Annahme wurde zurückgenommen: es steht auf der Sperrliste")]
    [InlineData("de", "scrapped: Damaged: hinge, and the lid: bent", "ausgesondert: Damaged: hinge, and the lid: bent")]
    [InlineData("de", "carrier-found-in: expected-2", "ein Datenträger wurde gefunden: erwartet Nr. 2")]
    public void A_code_is_said_in_the_readers_language(string language, string kept, string said) => Assert.Equal(said, In(language, () => Saying.InWords(kept)));

    [Theory]
    [InlineData("the tenant's own words")]
    [InlineData("3")]
    [InlineData("Damaged: the hinge")]
    [InlineData("seal-broken")]
    [InlineData("{0}: {1}")]
    [InlineData("a carrier was found in 1")]
    public void A_persons_words_and_what_older_programs_kept_stay_as_they_are(string kept) => Assert.Equal(kept, In("de", () => Saying.InWords(kept)));

    [Theory]
    [InlineData("das Büro", "office")]
    [InlineData(" The office", "office")]
    [InlineData("Büro Nord", "Büro Nord")]
    [InlineData("Olga", "Olga")]
    public void What_is_typed_is_kept_as_the_code_it_is_the_words_of(string typed, string kept) => Assert.Equal(kept, Saying.Kept(SaidWord.Office, typed));

    [Fact]
    public void Every_code_comes_back_as_its_words_with_its_value_and_differs_between_the_languages()
    {
        foreach (var word in Enum.GetValues<SaidWord>())
        {
            var (english, german) = (In("en", () => Told(word)), In("de", () => Told(word)));
            Assert.NotEqual(english, german);
            Assert.All([english, german], said => Assert.DoesNotMatch("^[a-z]+(-[a-z]+)+|\\{0\\}", said));
        }
    }

    [Theory]
    [InlineData("M.2-1", "M.2-1")]
    [InlineData("device", "ganzes Gerät")]
    [InlineData("expected-1 (evidence)", "erwartet Nr. 1 (im Nachweis genannt)")]
    [InlineData("found", "gefunden, ohne Einbauplatz")]
    [InlineData(null, "")]
    public void A_slot_nobody_named_has_a_name_in_words(string? name, string said) => Assert.Equal(said, In("de", () => Saying.Slot(name)));

    // With a value it would be a person's words, where the words have no place for one.
    private static string Told(SaidWord word) =>
        Saying.InWords(Saying.Of(word, "Q7")) is var filled && filled != Saying.Of(word, "Q7") ? filled : Saying.InWords(Saying.Of(word));

    private static string In(string language, Func<string> read)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
