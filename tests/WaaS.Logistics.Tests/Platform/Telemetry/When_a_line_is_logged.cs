using System.Globalization;
using Serilog.Events;
using Serilog.Parsing;
using WaaS.Logistics.Platform.Telemetry;

namespace WaaS.Logistics.Tests.Platform.Telemetry;

public sealed class When_a_line_is_logged
{
    [Theory]
    [InlineData("X\n12:00:00 INF Backup taken: all is well", "X\\u000A12:00:00 INF Backup taken: all is well")]
    [InlineData("X\r\u2028\u0085Y", "X\\u000D\\u2028\\u0085Y")]
    [InlineData("\u001b[2J\u202Egpj", "\\u001B[2J\\u202Egpj")]
    [InlineData("Käthe Müller 日本 😀", "Käthe Müller 日本 😀")]
    public void No_value_makes_a_line_of_its_own(string written, string shown) =>
        Assert.Equal($"10:11:12 WRN Device {shown} is gone\n", Line(written, null));

    [Fact]
    public void A_fault_follows_indented_whatever_it_says()
    {
        var lines = Line("X", new InvalidDataException("No.\n12:00:00 INF forged")).TrimEnd('\n').Split('\n');
        Assert.Equal("10:11:12 WRN Device X is gone", lines[0]);
        Assert.Equal(["   System.IO.InvalidDataException: No.", "   12:00:00 INF forged"], lines[1..]);
    }

    private static string Line(string device, Exception? fault)
    {
        var at = new DateTimeOffset(2026, 11, 30, 10, 11, 12, TimeSpan.Zero);
        using var written = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new ConsoleLines().Format(new LogEvent(at, LogEventLevel.Warning, fault, new MessageTemplateParser().Parse("Device {Device} is gone"), [new LogEventProperty("Device", new ScalarValue(device))]), written);
        return written.ToString();
    }
}
