using System.Text.RegularExpressions;
using WaaS.Logistics.Tests.Architecture;

namespace WaaS.Logistics.Tests.Labels;

/// <summary>Every command the pages understand is on a card, and every card is understood.</summary>
public sealed partial class The_command_cards
{
    [Fact]
    public void Receiving_prints_what_it_understands() =>
        Hold("Returns", WaaS.Logistics.Returns.PrintLabels.CommandCards.All(new WaaS.Logistics.Returns.Resources.Texts()).Select(card => card.Id));

    [Fact]
    public void Refurbishment_prints_what_it_understands() =>
        Hold("Refurbishment", WaaS.Logistics.Refurbishment.PrintCards.CommandCards.All(new WaaS.Logistics.Refurbishment.Resources.Texts()).Select(card => card.Id));

    [Fact]
    public void The_stock_prints_what_it_understands() =>
        Hold("Resale", WaaS.Logistics.Resale.PrintLabels.CommandCards.All(new WaaS.Logistics.Resale.Resources.Texts()).Select(card => card.Id));

    [Fact]
    public void The_wipe_bench_prints_what_it_understands() =>
        Hold("Sanitization", WaaS.Logistics.Sanitization.PrintCards.CommandCards.All(new WaaS.Logistics.Sanitization.Resources.Texts()).Select(card => card.Id));

    [Theory]
    [InlineData("Returns")]
    [InlineData("Refurbishment")]
    [InlineData("Sanitization")]
    [InlineData("Resale")]
    public void Every_station_goes_on_to_the_next(string service) => Assert.Contains("NEXT", Understood(service));

    private static void Hold(string service, IEnumerable<string> printed) => Assert.Equal(Understood(service).Append("ACK").Order(StringComparer.Ordinal), printed.Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> Understood(string service)
    {
        var files = Source.Code(service).Where(file => file.Contains("/TakeScan/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        return [.. files.SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct()];
    }

    [GeneratedRegex("""
        "([A-Z]{2,})"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
