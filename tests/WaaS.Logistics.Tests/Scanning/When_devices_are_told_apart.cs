using CsCheck;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Tests.Scanning;

public class When_devices_are_told_apart
{
    [Fact]
    public void Spellings_of_one_device_are_one()
    {
        Assert.Equal(DeviceIdentity.Of("Lenovo Inc.", "20XWS0AB00", " pf2abcde "), DeviceIdentity.Of("LENOVO", "20XW004AGE", "PF2ABCDE"));
        Assert.Equal(DeviceIdentity.Of("HP", "2B5M4EA#ABD", "5CG1234XYZ"), DeviceIdentity.Of("Hewlett-Packard", "2B5M4EA", "5cg1234xyz"));
    }

    [Fact]
    public void The_serial_alone_names_nothing()
    {
        Assert.NotEqual(DeviceIdentity.Of("HP", "EliteBook 840", "5CG1234XYZ"), DeviceIdentity.Of("Dell", "EliteBook 840", "5CG1234XYZ"));
        Assert.NotEqual(DeviceIdentity.Of("HP", "EliteBook 840", "5CG1234XYZ"), DeviceIdentity.Of("HP", "ProBook 450", "5CG1234XYZ"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000")]
    [InlineData("To be filled by O.E.M.")]
    public void A_placeholder_is_refused(string serial) => Assert.Throws<ArgumentException>(() => DeviceIdentity.Of("HP", "840", serial));

    [Theory]
    [InlineData("5CG1O34XYI", "5CG1034XY1")]
    [InlineData("PF-0ABCD", "PFOABCD")]
    public void Confused_characters_make_one_asking_key_but_two_devices(string first, string second)
    {
        Assert.Equal(FuzzySerialKey.Of(first), FuzzySerialKey.Of(second));
        Assert.NotEqual(DeviceIdentity.Of("HP", "840", first), DeviceIdentity.Of("HP", "840", second));
        Assert.Equal(DeviceIdentity.Of("HP", "840", first).AskingKey, DeviceIdentity.Of("HP", "840", second).AskingKey);
    }

    [Fact]
    public void Folding_twice_changes_nothing() => Gen.String.Sample(text => FuzzySerialKey.Of(text) == FuzzySerialKey.Of(FuzzySerialKey.Of(text).Text));
}
