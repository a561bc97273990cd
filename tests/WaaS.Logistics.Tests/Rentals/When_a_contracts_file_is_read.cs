using System.Globalization;
using System.Text;
using CsCheck;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Rentals.ImportContracts;
using WaaS.Logistics.Rentals.Resources;
using Xunit;

namespace WaaS.Logistics.Tests.Rentals;

public class When_a_contracts_file_is_read
{
    private static readonly Texts T = new();
    private const string Header = "contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots";
    private const string Line = "C-1,Stadtwerke Beispiel,Systemhaus Nord,2025-01-15,24,HP,EliteBook 840 G8,5CG1234XYZ,1";

    [Fact]
    public void What_is_wrong_with_it_is_said_in_the_readers_language()
    {
        var before = CultureInfo.CurrentUICulture;
        var errors = Assert.Throws<ImportRefusedException>(() => CsvHeader.Read(["contract", "colour"])).Errors;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
            Assert.StartsWith("Eine Spalte „colour“ gibt es nicht.", errors[0].InWords(T));
            Assert.Contains(errors, error => error.Column == "serial" && error.InWords(T) == "Die Spalte „serial“ fehlt.");
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            Assert.StartsWith("There is no column “colour”.", errors[0].InWords(T));
            Assert.Equal("file-no-column", errors[0].Rule);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_line_is_a_device_in_a_contract()
    {
        var line = Assert.Single(Read($"{Header}\n{Line}\n"));
        Assert.Equal(new ContractLine(2, "C-1", "Stadtwerke Beispiel", "Systemhaus Nord", new DateOnly(2025, 1, 15), 24, "HP", "EliteBook 840 G8", "5CG1234XYZ", 1, ProtectionNeed.Normal, null), line);
    }

    [Fact]
    public void Case_order_separator_byte_order_mark_and_line_ends_do_not_matter()
    {
        var plain = Assert.Single(Read($"{Header}\n{Line}"));
        Assert.Equal(plain, Assert.Single(Read($"{Header.ToUpperInvariant().Replace(',', ';')}\r\n{Line.Replace(',', ';')}\r\n")));
        Assert.Equal(plain, Assert.Single(CsvLines.Read(CsvText.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Header}\n{Line}")]), [])));
        Assert.Equal(plain, Assert.Single(Read("SERIAL,contract,customer,reseller,start,termMonths,manufacturer,model,carrierSlots\n5CG1234XYZ,C-1,Stadtwerke Beispiel,Systemhaus Nord,15.01.2025,24,HP,EliteBook 840 G8,1")));
    }

    [Fact]
    public void Optional_columns_are_read_where_they_are()
    {
        var line = Assert.Single(Read($"{Header},protectionNeed,productClass\n{Line},very-high,laptop"));
        Assert.Equal((ProtectionNeed.VeryHigh, "laptop"), (line.ProtectionNeed, line.ProductClass));
    }

    [Fact]
    public void An_unknown_number_of_slots_is_not_zero()
    {
        Assert.Null(Assert.Single(Read($"{Header}\n{Line[..^1]}")).CarrierSlots);
        Assert.Equal(0, Assert.Single(Read($"{Header}\n{Line[..^1]}0")).CarrierSlots);
    }

    [Fact]
    public void All_errors_of_a_file_are_listed_at_once_with_their_lines()
    {
        var errors = Errors(Header + "\n" + string.Join("\n",
            ",Stadtwerke,,2025-13-01,18,HP,EliteBook,To be filled by O.E.M.,-1",
            "",
            "C-1,Stadtwerke,,2025-01-15,24,HP,EliteBook,5CG1234XYZ",
            "C-1,\"Stadt\"werke,,2025-01-15,24,HP,EliteBook,5CG1234XYZ,1",
            "C-1,\"Stadtwerke,,2025-01-15,24,HP,EliteBook,5CG1234XYZ,1",
            "C-1,Stadtwerke,,2025-01-15,24,HP,EliteBook,5CG1234XYZ,1",
            "C-1,Stadtwerke,,2025-01-16,24,HP,EliteBook,5cg1234xyz,1"));
        Assert.Equal(
        [
            (2, "contract"), (2, "start"), (2, "termMonths"), (2, "serial"), (2, "carrierSlots"), (4, null), (5, null), (6, null), (8, "start"), (8, "serial"),
        ], errors.OrderBy(error => error.Line).Select(error => (error.Line, error.Column)));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("R%2F7")]
    [InlineData("100%")]
    [InlineData("Import")]
    public void A_number_that_leads_to_another_contracts_page_is_none(string number)
    {
        var error = Assert.Single(Errors($"{Header}\n{number}{Line[3..]}"));
        Assert.Equal(("contract", ImportFault.LineNoNumber), (error.Column, error.Fault));
        Assert.Equal("followOnNumber", Assert.Throws<RefusedException>(() => new Contract("C-1", "Stadtwerke", null, new DateOnly(2025, 1, 15), 24, DateTime.UnixEpoch).FollowWith(number)).Field);
    }

    [Theory]
    [InlineData("R/2024/7")]
    [InlineData("#7 & more?")]
    [InlineData("Vertrag Süd")]
    public void Any_other_number_is_taken(string number) =>
        Assert.Equal(number, Assert.Single(Read($"{Header}\n{number}{Line[3..]}")).Contract);

    [Theory]
    [InlineData("\u200B")]
    [InlineData("Stadt\u202Ewerke")]
    [InlineData("Stadt\u00ADwerke")]
    [InlineData("Stadt\u2028werke")]
    [InlineData("Stadt\u2029werke")]
    [InlineData("\uFEFFStadtwerke")]
    public void What_cannot_be_seen_makes_no_second_customer(string customer)
    {
        var error = Assert.Single(Errors($"{Header}\n{Line.Replace("Stadtwerke Beispiel", customer)}"));
        Assert.Equal(("customer", ImportFault.LineControl), (error.Column, error.Fault));
    }

    [Fact]
    public void Nor_does_an_umlaut_of_two_characters() =>
        Assert.Equal("Müller", Assert.Single(Read($"{Header}\n{Line.Replace("Stadtwerke Beispiel", "Mu\u0308ller")}")).Customer);

    [Theory]
    [InlineData('\u00A0')]
    [InlineData('\u2009')]
    [InlineData('\u3000')]
    public void Nor_does_a_space_of_another_kind(char space) =>
        Assert.Equal("Stadtwerke Beispiel", Assert.Single(Read($"{Header}\n{Line.Replace("Stadtwerke Beispiel", $"Stadtwerke{space}Beispiel")}")).Customer);

    [Theory]
    [InlineData("sep=;")]
    [InlineData("sep=,")]
    [InlineData("SEP=\t")]
    public void A_line_for_Excel_alone_is_named_and_nothing_else(string first)
    {
        var error = Assert.Single(Assert.Throws<ImportRefusedException>(() => Read($"{first}\n{Header.Replace(',', ';')}\n{Line.Replace(',', ';')}")).Errors);
        Assert.Equal((1, ImportFault.FileSeparatorLine), (error.Line, error.Fault));
        Assert.Contains($"“{first.TrimEnd()}”", error.InWords(T));
    }

    [Fact]
    public void A_separator_behind_the_last_column_is_told_by_its_place() =>
        Assert.Equal((1, ImportFault.FileUnnamedColumn, 10), Assert.Throws<ImportRefusedException>(() => Read($"{Header},\n{Line},")).Errors.Select(error => (error.Line, error.Fault, (int)error.Arguments[0]!)).Single());

    [Fact]
    public void Every_wrong_column_of_a_header_is_named()
    {
        var refused = Assert.Throws<ImportRefusedException>(() => Read("contract,customer,start,termMonths,manufacturer,model,serial,serial,slots\n"));
        Assert.Equal(["carrierSlots", "reseller", "serial", "slots"], refused.Errors.Select(error => error.Column).Order());
    }

    [Fact]
    public void Windows_1252_is_refused_with_a_sentence_that_names_the_line()
    {
        byte[] file = [.. Encoding.ASCII.GetBytes($"{Header}\nC-1,Stadtwerke M"), 0xFC, .. Encoding.ASCII.GetBytes("nchen,,2025-01-15,24,HP,E,5CG1234XYZ,1")];
        var error = Assert.Single(Assert.Throws<ImportRefusedException>(() => CsvText.Read(file)).Errors);
        Assert.Contains("line 2", error.InWords(T));
        Assert.Contains("Windows-1252", error.InWords(T));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n \n")]
    [InlineData("contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\n\n")]
    [InlineData("PK\u0003\u0004\0\0")]
    public void A_file_without_contracts_is_refused(string text) => Assert.Throws<ImportRefusedException>(() => Read(text));

    [Fact]
    public void Utf_16_is_refused() => Assert.Contains("UTF-16",
        Assert.Throws<ImportRefusedException>(() => CsvText.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header)])).Errors[0].InWords(T));

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        Assert.Throws<ImportRefusedException>(() => CsvText.Read(new byte[CsvText.MaxBytes + 1]));
        var many = Header + string.Concat(Enumerable.Range(0, CsvLines.MaxLines + 1).Select(i => $"\nC-1,Stadtwerke,,2025-01-15,24,HP,E,SERIAL{i},1"));
        Assert.Contains("more than", Assert.Throws<ImportRefusedException>(() => Read(many)).Errors[0].InWords(T));
    }

    [Fact]
    public void Garbage_is_refused_and_never_breaks_the_reader() => Gen.Byte.Array[0, 2_000].Sample(bytes =>
    {
        try
        {
            var errors = new List<ImportError>();
            return CsvLines.Read(CsvText.Read(bytes), errors).Count == 0 || errors.Count > 0;
        }
        catch (ImportRefusedException)
        {
            return true;
        }
    });

    private static List<ContractLine> Read(string text)
    {
        var errors = new List<ImportError>();
        var lines = CsvLines.Read(CsvText.Read(Encoding.UTF8.GetBytes(text)), errors);
        Assert.Empty(errors);
        return lines;
    }

    private static List<ImportError> Errors(string text)
    {
        var errors = new List<ImportError>();
        FileRules.Check(CsvLines.Read(CsvText.Read(Encoding.UTF8.GetBytes(text)), errors), errors);
        return errors;
    }
}
