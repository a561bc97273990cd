using System.Diagnostics;
using System.Text;
using System.Text.Json;
using WaaS.Logistics.Host.Bench;
using WaaS.Logistics.Host.Scan;

namespace WaaS.Logistics.Tests.Scanning;

public class When_lines_are_parsed
{
    [Fact]
    public async Task Each_line_gives_one_object_with_all_its_fields()
    {
        var answers = await Parse("]d2010952123454321321ABC\\x1D17290331\n5CG1234XYZ\r\nlast");
        Assert.Equal(3, answers.Count);
        Assert.All(answers, answer => Assert.Equal(["input", "standard", "valid", "elements", "readings", "warnings", "error"], answer.EnumerateObject().Select(field => field.Name)));
        Assert.Equal("]d2010952123454321321ABC\\x1D17290331", answers[0].GetProperty("input").GetString());
        Assert.Equal(["01", "21", "17"], answers[0].GetProperty("elements").EnumerateArray().Select(element => element.GetProperty("id").GetString()));
        Assert.Equal(["kind", "value", "maker", "model", "reason"], answers[0].GetProperty("readings")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("last", answers[2].GetProperty("input").GetString());
    }

    [Fact]
    public async Task A_hostile_line_gives_an_error_and_the_next_is_read()
    {
        var answers = await Parse([.. Encoding.ASCII.GetBytes(new string('A', 10_000_000)), (byte)'\n', 0xFF, 0xFE, (byte)'\n', 0, 0, (byte)'\n', (byte)'\n', .. "bad\\x1"u8, (byte)'\n', .. "(01)09521234543213"u8]);
        Assert.Equal(6, answers.Count);
        Assert.All(answers[..5], answer => Assert.False(answer.GetProperty("valid").GetBoolean()));
        Assert.All(answers[..5], answer => Assert.NotEmpty(answer.GetProperty("error").GetString()!));
        Assert.True(answers[0].GetRawText().Length < 20_000);
        Assert.True(answers[5].GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task A_byte_order_mark_in_front_of_a_file_is_no_part_of_its_first_line()
    {
        var answers = await Parse([.. "\uFEFF5RFDP01\r\n"u8, .. "5RFDP01\r\n"u8, .. "\uFEFF5RFDP01\n"u8]);
        Assert.Equal(3, answers.Count);
        Assert.All(answers, answer => Assert.Equal(answers[1].GetRawText(), answer.GetRawText()));
        Assert.Equal("Dell", answers[0].GetProperty("readings")[0].GetProperty("maker").GetString());
    }

    [Fact]
    public async Task A_line_that_is_not_utf_8_has_no_reading_and_says_where()
    {
        var answer = Assert.Single(await Parse([.. "5RFDP"u8, 0xFC, (byte)'1', (byte)'\n']));
        Assert.Equal("The line is not UTF-8: byte 6 is 0xFC. Save the text as UTF-8, or write the character as \\xFC.", answer.GetProperty("error").GetString());
        Assert.False(answer.GetProperty("valid").GetBoolean());
        Assert.Empty(answer.GetProperty("readings").EnumerateArray());
    }

    [Theory]
    [InlineData("a\\\\b", "a\\b")]
    [InlineData("a\\x1Db\\x1d", "a\u001db\u001d")]
    [InlineData("a\\b\\", "a\\b\\")]
    [InlineData("\\\\x1D", "\\x1D")]
    public void Escapes_are_resolved(string line, string payload) => Assert.Equal(payload, Escapes.Resolve(line, out _));

    [Fact]
    public async Task The_answer_comes_before_more_is_asked()
    {
        var (input, output) = (new System.IO.Pipelines.Pipe(), new System.IO.Pipelines.Pipe());
        var run = ParseLines.Run(input.Reader.AsStream(), output.Writer.AsStream(), CancellationToken.None);
        await input.Writer.WriteAsync("5CG1234XYZ\n"u8.ToArray());
        using var reader = new StreamReader(output.Reader.AsStream());
        Assert.Contains("5CG1234XYZ", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
        await input.Writer.CompleteAsync();
        await run;
    }

    [Fact]
    public async Task The_program_needs_no_folder_and_leaves_nothing_behind()
    {
        var folder = Directory.CreateTempSubdirectory("waas-scan-");
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(ParseLines).Assembly.Location, "scan", "parse"]) { WorkingDirectory = folder.FullName, RedirectStandardInput = true, RedirectStandardOutput = true };
            using var program = Process.Start(start)!;
            await program.StandardInput.WriteAsync("5CG1234XYZ\n");
            await program.StandardInput.FlushAsync();
            Assert.Contains("\"maker\":\"HP\"", await program.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
            program.StandardInput.Close();
            await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(0, program.ExitCode);
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_bench_reads_every_group()
    {
        var report = ScanBench.Run(7_000);
        Assert.Equal(7, report.Groups.Length);
        Assert.All(report.Groups, group => Assert.True(group.PayloadsPerSecond > 0));
    }

    private static Task<List<JsonElement>> Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    private static async Task<List<JsonElement>> Parse(byte[] bytes)
    {
        using var output = new MemoryStream();
        await ParseLines.Run(new MemoryStream(bytes), output, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
