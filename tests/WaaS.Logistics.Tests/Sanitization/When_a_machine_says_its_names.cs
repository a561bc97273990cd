using WaaS.Logistics.Sanitization.InDevice;
using Xunit;

namespace WaaS.Logistics.Tests.Sanitization;

public sealed class When_a_machine_says_its_names
{
    [Theory]
    [InlineData("Lenovo", "ThinkPad T14", "LENOVO", "ThinkPad T14 Gen 3 (21AH00CWGE)")]
    [InlineData("Dell", "Latitude 5420", "Dell Inc.", "Latitude 5420")]
    [InlineData("HP", "EliteBook 840 G8", "HP", "HP EliteBook 840 G8 Notebook PC")]
    [InlineData("Hewlett-Packard", "EliteBook 840 G8", "HP", "HP EliteBook 840 G8 Notebook PC")]
    [InlineData("Fujitsu Client Computing Ltd.", "LIFEBOOK U7310", "FUJITSU CLIENT COMPUTING LIMITED", "LIFEBOOK U7310")]
    [InlineData("Microsoft Corporation", "Surface Pro 7", "Microsoft", "Surface Pro 7")]
    public void They_fit_those_of_its_contract(string maker, string model, string saidMaker, string saidModel) =>
        Assert.True(MachineNames.Fit(maker, model, saidMaker, saidModel));

    [Theory]
    [InlineData("Lenovo", "ThinkPad T14", "Dell Inc.", "ThinkPad T14")]
    [InlineData("Lenovo", "ThinkPad T14", "LENOVO", "ThinkPad T14s")]
    [InlineData("Lenovo", "ThinkPad T14", "LENOVO", "ThinkPad T480")]
    [InlineData("Lenovo", "ThinkPad T14", "LENOVO", null)]
    [InlineData("Lenovo", "ThinkPad T14", null, "ThinkPad T14")]
    [InlineData("Lenovo", "", "LENOVO", "")]
    [InlineData("", "T14", "", "T14")]
    [InlineData("Inc.", "T14", "GmbH", "T14")]
    [InlineData("Lenovo", "Lenovo", "LENOVO", "Lenovo")]
    public void They_do_not_fit_and_what_says_nothing_fits_nothing(string? maker, string? model, string? saidMaker, string? saidModel) =>
        Assert.False(MachineNames.Fit(maker, model, saidMaker, saidModel));
}
