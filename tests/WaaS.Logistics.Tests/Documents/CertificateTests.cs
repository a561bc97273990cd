using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using WaaS.Logistics.Documents.Certificate;
using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Texts;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Tests.Documents;

public class When_a_certificate_is_printed
{
    [Theory]
    [InlineData(DocumentLanguage.German)]
    [InlineData(DocumentLanguage.English)]
    public void Every_recorded_text_can_be_read_from_it(DocumentLanguage language)
    {
        foreach (var input in new[] { CertificateSamples.Full, CertificateSamples.Destroyed })
        {
            // A long command goes on after a backslash, as shells read it.
            var page = PopplerTool.JoinedText(Render(input, language)).Replace(@"\", "");
            var texts = Texts(input).ToList();

            Assert.True(texts.Count > 60);
            Assert.All(texts, text => Assert.Contains(PopplerTool.Joined(text), page));
        }
    }

    [Theory]
    [InlineData(DocumentLanguage.German, "512.110.190.592 Byte (512,1 GB)", "09.03.2026 08:02:11 +01:00", "jeder Sektor", "15.01.2026", "0:48:00")]
    [InlineData(DocumentLanguage.English, "512,110,190,592 bytes (512.1 GB)", "2026-03-09 08:02:11 +01:00", "every sector", "2026-01-15", "0:48:00")]
    public void Numbers_and_times_are_written_as_the_language_writes_them(DocumentLanguage language, params string[] expected)
    {
        var page = PopplerTool.JoinedText(Render(CertificateSamples.Full, language));

        Assert.All(expected, text => Assert.Contains(PopplerTool.Joined(text), page));
    }

    [Theory]
    [InlineData(DocumentLanguage.German, "Durchgeführt nach BSI IT-Grundschutz CON.6", "zertifiziert")]
    [InlineData(DocumentLanguage.English, "Carried out according to BSI IT-Grundschutz CON.6", "certified")]
    public void It_speaks_of_the_standard_without_claiming_a_certification(DocumentLanguage language, string said, string neverSaid)
    {
        var page = PopplerTool.Text(Render(CertificateSamples.Full, language));

        Assert.Contains(said, page);
        Assert.DoesNotContain(neverSaid, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(neverSaid, string.Concat(LanguageTests.Entries(language).Values), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_file_says_what_it_is_in_which_language_and_on_which_paper()
    {
        var pdf = Render(CertificateSamples.Full, DocumentLanguage.German);
        var information = PopplerTool.Information(pdf);

        Assert.Contains("Löschzertifikat WL-2026-000417 v2", information);
        Assert.Contains("(A4)", information);
        Assert.Contains("/Lang <FEFF00640065>", System.Text.Encoding.Latin1.GetString(pdf));
    }

    [Fact]
    public void The_same_input_makes_the_same_file() =>
        Assert.Equal(Render(CertificateSamples.Full, DocumentLanguage.German), Render(CertificateSamples.Full, DocumentLanguage.German));

    [Fact]
    public void The_address_to_verify_at_is_a_link() =>
        Assert.Contains("/URI (https://nachweis.example.org/verify/7b1d2f60-9a54-4c3e-8d21-0c7e5a90b311)",
            System.Text.Encoding.Latin1.GetString(Render(CertificateSamples.Full, DocumentLanguage.English)));

    [Fact]
    public void The_command_to_re_check_with_works_as_it_is_copied_from_the_page()
    {
        const string Key = "000102030405060708090a0b0c0d0e0f";
        const int Size = 100_000;
        var carrier = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}-a-carrier-with-a-path-so-long-that-the-command-is-broken-twice.img");
        PopplerTool.Shell($"openssl enc -aes-128-ctr -K {Key} -iv {new string('0', 32)} -in /dev/zero 2>/dev/null | head -c {Size} > {carrier}");
        var copied = Copied(RecheckCommand.For("aes-128-ctr", Key, Size, carrier));

        Assert.True(copied.Split('\n').Length > 2);
        Assert.Equal("0\n", PopplerTool.Shell($"{copied}\necho $?"));
        using (var file = File.OpenWrite(carrier))
        {
            file.Position = Size - 1;
            file.WriteByte(0xA5);
        }
        Assert.EndsWith("1\n", PopplerTool.Shell($"{copied}\necho $?"));
        File.Delete(carrier);
    }

    [Fact]
    public void Many_can_be_printed_at_the_same_time()
    {
        var alone = Render(CertificateSamples.Full, DocumentLanguage.German);
        var together = new byte[12][];
        Parallel.For(0, together.Length, i => together[i] = Render(CertificateSamples.Full, DocumentLanguage.German));

        Assert.All(together, pdf => Assert.Equal(alone, pdf));
    }

    [Fact]
    public void Characters_beyond_the_fonts_are_named_not_dropped()
    {
        var input = CertificateSamples.Full with { Order = new() { Customer = "東 \u202Etxt u\u0308ber\uD800 \U0001F600" } };
        var page = PopplerTool.JoinedText(Render(input, DocumentLanguage.English));

        Assert.Contains("[U+6771][U+202E]txtüber", page);
        Assert.Contains("[U+1F600]", page);
    }

    internal static byte[] Render(CertificatePdfInput input, DocumentLanguage language) =>
        CertificatePdf.Render(input, language, [PdfSamples.Evidence, PdfSamples.Certificate]);

    private static string Copied(string command)
    {
        var work = CertificateSamples.Full.Sanitization;
        var input = CertificateSamples.Full with { Sanitization = work with { Passes = [work.Passes[0] with { RecheckCommand = $"{command} #end" }] } };
        var page = PopplerTool.Raw(Render(input, DocumentLanguage.English));
        return page[page.IndexOf("openssl enc", StringComparison.Ordinal)..(page.IndexOf("#end\n", StringComparison.Ordinal) + 4)];
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null or Enum or bool or DateTimeOffset or DateOnly or double or int or long => [],
        string text => [text],
        Guid or Uri => [value.ToString()!],
        IEnumerable many => many.Cast<object>().SelectMany(Texts),
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(p => Texts(p.GetValue(value))),
    };
}

public class When_things_were_not_recorded
{
    [Theory]
    [InlineData(DocumentLanguage.German, "nicht erfasst")]
    [InlineData(DocumentLanguage.English, "not recorded")]
    public void The_certificate_says_so_at_each_of_them(DocumentLanguage language, string absent)
    {
        var page = PopplerTool.Text(When_a_certificate_is_printed.Render(CertificateSamples.Bare, language));
        var words = new Words(language);
        string[] rowsKnown = ["identity.number", "identity.version", "identity.id", "identity.issuedAt", "identity.standing", "issuer.name",
            "integrity.attachments"];
        string[] rowsLeftOut = ["identity.replaces", "identity.replacedBy", "identity.revocationReason", "issuer.registerNumber", "order.customerNumber"];
        string[] sections = ["identity.", "issuer.", "order.", "device.", "carrier.", "preState.", "sanitization.", "verification.", "validation.",
            "destination.", "integrity."];
        var rows = LanguageTests.Entries(language).Keys
            .Where(key => sections.Any(key.StartsWith) && key is not ("sanitization.noExceptions" or "integrity.note" or "integrity.noAttachments"))
            .Except(rowsKnown).Except(rowsLeftOut).ToList();

        Assert.True(rows.Count > 80);
        // Three in the box at the top, twelve in the table of people, and one each for custody, standards and the re-check.
        var expected = rows.Count + 5 + 12 + 3;
        Assert.Equal(expected, page.Split(absent).Length - 1);
        Assert.Contains(words["verdict.undecided"], page);
        Assert.DoesNotContain($" {words["no"]}\n", page);
        Assert.DoesNotContain(" 0\n", page);
    }
}

public class When_a_certificate_would_contradict_itself
{
    public static TheoryData<string, Func<CertificatePdfInput, CertificatePdfInput>> Contradictions => new()
    {
        { "Sanitization.Outcome", input => input with { Sanitization = input.Sanitization with { Outcome = Outcome.Unknown } } },
        { "Sanitization.Outcome", input => input with { Sanitization = input.Sanitization with { Outcome = Outcome.Aborted } } },
        { "Sanitization.SectorsFailed", input => input with { Sanitization = input.Sanitization with { SectorsFailed = 1 } } },
        { "Sanitization.SectorsFailed", input => input with { Sanitization = input.Sanitization with { SectorsFailed = null, BadSectors = [7] } } },
        { "Sanitization.AchievedLevel", input => input with { Sanitization = input.Sanitization with { AchievedLevel = SanitizationLevel.Unknown } } },
        { "Sanitization.AchievedLevel", input => input with { Sanitization = input.Sanitization with { AchievedLevel = SanitizationLevel.None, RequiredLevel = SanitizationLevel.Unknown } } },
        { "Sanitization.AchievedLevel", input => input with { Sanitization = input.Sanitization with { RequiredLevel = SanitizationLevel.Destroy } } },
        { "Verification.Result", input => input with { Verification = input.Verification with { Result = VerificationOutcome.Unknown } } },
        { "Verification.Result", input => input with { Verification = input.Verification with { Result = VerificationOutcome.Failed } } },
        { "Verification.Mismatches", input => input with { Verification = input.Verification with { Mismatches = 3 } } },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void It_is_not_made(string field, Func<CertificatePdfInput, CertificatePdfInput> change)
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => When_a_certificate_is_printed.Render(change(CertificateSamples.Full), DocumentLanguage.German));

        Assert.Contains(field, refusal.Message);
    }

    [Theory]
    [InlineData(CertificateStanding.Revoked, "Widerrufen: Dieses Zertifikat beweist nichts mehr")]
    [InlineData(CertificateStanding.Superseded, "Ersetzt: Es gilt eine spätere Fassung")]
    public void One_that_no_longer_holds_says_so_first(CertificateStanding standing, string said)
    {
        var input = CertificateSamples.Full;
        var page = PopplerTool.Text(When_a_certificate_is_printed.Render(
            input with { Identity = input.Identity with { Standing = standing } }, DocumentLanguage.German));

        Assert.Contains(said, page);
        Assert.DoesNotContain("gelöscht, geprüft und freigegeben", page);
        Assert.DoesNotContain("Durchgeführt nach", page);
    }

    [Fact]
    public void A_rejected_carrier_is_printed_as_rejected_with_all_its_bad_sectors()
    {
        var page = PopplerTool.JoinedText(When_a_certificate_is_printed.Render(CertificateSamples.Failed, DocumentLanguage.German));

        Assert.Contains(PopplerTool.Joined("Nicht freigegeben: Dieser Datenträger darf nicht herausgegeben werden"), page);
        Assert.All(CertificateSamples.Failed.Sanitization.BadSectors,
            sector => Assert.Contains(sector.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = "." }), page));
    }
}

public class LanguageTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_gaps()
    {
        var (english, german) = (Entries(DocumentLanguage.English), Entries(DocumentLanguage.German));

        Assert.Equal(english.Keys.Order(), german.Keys.Order());
        Assert.All(english, text => Assert.Equal(Gaps(text.Value), Gaps(german[text.Key])));
        Assert.All(english.Concat(german), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Fact]
    public void Every_value_of_every_list_has_a_word()
    {
        Type[] lists =
        [
            typeof(CertificateStanding), typeof(ProtectionNeed), typeof(SanitizationLevel), typeof(Decision), typeof(Outcome), typeof(HiddenArea),
            typeof(CarrierInterface), typeof(MediaType), typeof(OverwritePattern), typeof(VerificationType), typeof(VerificationOutcome),
        ];
        foreach (var language in Enum.GetValues<DocumentLanguage>())
        foreach (var value in lists.SelectMany(list => Enum.GetValues(list).Cast<Enum>()))
            Assert.Equal(value.ToString() == "Unknown", new Words(language).Of(value) is null);
    }

    internal static Dictionary<string, string> Entries(DocumentLanguage language)
    {
        var culture = language == DocumentLanguage.German ? new CultureInfo("de") : CultureInfo.InvariantCulture;
        ResourceSet texts = Words.Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return texts.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static string Gaps(string text) => string.Concat(Enumerable.Range(0, 4).Select(i => text.Contains($"{{{i}}}") ? $"{i}" : "-"));
}
