using WaaS.Logistics.Scanning;
using Xunit;

namespace WaaS.Logistics.Tests.Scanning;

public class When_serials_and_makers_are_compared
{
    [Theory]
    [InlineData("5cg1234xyz", "5CG1234XYZ")]
    [InlineData(" PF-0ABCD ", "PF-0ABCD")]
    [InlineData("5CG 1234 XYZ", "5CG1234XYZ")]
    public void Spellings_of_one_serial_have_one_key(string text, string key) => Assert.Equal(key, DeviceSerial.Key(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("5CG\u001d123")]
    [InlineData("5CGÄ1234")]
    [InlineData("5CG1234\n5CG1235")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public void What_cannot_be_a_serial_has_no_key(string text) => Assert.Null(DeviceSerial.Key(text));

    [Theory]
    [InlineData("To be filled by O.E.M.")]
    [InlineData("Default string")]
    [InlineData("System Serial Number")]
    [InlineData("0000000000")]
    [InlineData("XXXXXXX")]
    [InlineData("0000-0000")]
    [InlineData("........")]
    [InlineData("none")]
    [InlineData("N/A")]
    public void A_placeholder_is_told_from_a_serial(string text) => Assert.True(DeviceSerial.IsPlaceholder(DeviceSerial.Key(text)!));

    [Theory]
    [InlineData("5CG1234XYZ")]
    [InlineData("C02XL0GYJGH5")]
    [InlineData("0000-0001")]
    public void A_real_serial_is_no_placeholder(string text) => Assert.False(DeviceSerial.IsPlaceholder(DeviceSerial.Key(text)!));

    [Theory]
    [InlineData("Dell Inc.", "DELL")]
    [InlineData("Hewlett-Packard", "HP")]
    [InlineData("HP Inc.", "HP")]
    [InlineData("hp", "HP")]
    [InlineData("Apple Computer, Inc.", "APPLE")]
    [InlineData("LENOVO", "LENOVO")]
    [InlineData("FUJITSU TECHNOLOGY SOLUTIONS GmbH", "FUJITSU")]
    [InlineData("Co", "CO")]
    [InlineData(" - ", "")]
    public void Names_of_one_maker_have_one_key(string name, string key) => Assert.Equal(key, DeviceMaker.Key(name));

    [Fact]
    public void Models_are_compared_by_letters_and_digits() => Assert.Equal(DeviceMaker.ModelKey("ThinkPad T14 Gen-3"), DeviceMaker.ModelKey("THINKPAD T14 GEN 3"));
}
