using System.Diagnostics;
using WaaS.Logistics.Host.Scan;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Tests.Labels;

/// <summary><c>waas scan draw KIND TEXT --format pdf</c>, by the program itself: printed by Poppler, read by our reader and by others'.</summary>
public sealed class When_the_program_draws_a_pdf
{
    private static readonly string Place = OwnCode.Create(OwnCodeKind.Place, "A12").ToString();

    public static TheoryData<string, string, string, string> Symbols => new()
    {
        { "code128", Place, "]C0", Place },
        { "gs1-128", "(00)123456789012345675", "]C1", "00123456789012345675" },
        { "datamatrix", Place, "]d1", Place },
        { "gs1-datamatrix", "(01)09521234543213(21)AB_12", "]d2", "010952123454321321AB_12" },
        { "qr", "https://logistics.example.test/verify/C-WYA4-H6X3-TDC5", "]Q1", "https://logistics.example.test/verify/C-WYA4-H6X3-TDC5" },
    };

    [Theory]
    [MemberData(nameof(Symbols))]
    public async Task It_is_one_label_that_every_reader_reads(string kind, string text, string identifier, string payload)
    {
        var (exit, pdf, _) = await Draw(kind, text);
        Assert.Equal((0, "%PDF-"), (exit, System.Text.Encoding.ASCII.GetString(pdf, 0, 5)));
        Assert.Equal([(identifier, payload)], await Printed.Codes(pdf, 203));
        var other = identifier[1] == 'd' ? await Printed.ReadBy("dmtxread", ["-N1", "-G29", "-m20000"], pdf, 300) : await Printed.ReadBy("zbarimg", ["-q", "--raw"], pdf, 300);
        Assert.Equal(payload, other.Trim('\n').TrimStart('\u001d', '\u00e8', '\ufffd'));
        Assert.All(Printed.Words(pdf), word => Assert.Equal(1, word.Page));
    }

    [Theory]
    [InlineData("gs1-datamatrix", "(01)09521234543214(21)ABC", "check digit")]
    [InlineData("datamatrix", "WL:place:A12?", "check character")]
    [InlineData("pdf417", "ABC", "pdf417")]
    public async Task What_is_wrong_is_refused_and_no_file_comes(string kind, string text, string why)
    {
        var (exit, pdf, said) = await Draw(kind, text);
        Assert.NotEqual(0, exit);
        Assert.DoesNotContain("%PDF-", System.Text.Encoding.Latin1.GetString(pdf));
        Assert.Contains(why, said);
    }

    private static async Task<(int Exit, byte[] Written, string Said)> Draw(string kind, string text)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(ParseLines).Assembly.Location, "scan", "draw", kind, text, "--format", "pdf"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var written = new MemoryStream();
        var said = program.StandardError.ReadToEndAsync();
        await program.StandardOutput.BaseStream.CopyToAsync(written);
        await program.WaitForExitAsync();
        return (program.ExitCode, written.ToArray(), await said);
    }
}
