using WaaS.Logistics.Proof.Evidence;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Evidence;

public class When_a_serial_is_a_placeholder
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("To be filled by O.E.M.")]
    [InlineData("TO BE FILLED BY O.E.M.")]
    [InlineData(" Default string ")]
    [InlineData("0000000000")]
    [InlineData("00-00-00")]
    [InlineData("XXXXXXXXXXXXXXX")]
    [InlineData("??????")]
    [InlineData("Unknown")]
    [InlineData("${blancco_data.disk.serial}")]
    [InlineData("<target.serial>")]
    public void It_names_no_device(string? serial) => Assert.True(PlaceholderSerial.Is(serial));

    [Theory]
    [InlineData("PF2ABCDE")]
    [InlineData("5CG1234XYZ")]
    [InlineData("152D00539000")]
    [InlineData("W-01")]
    [InlineData("Unknown7")]
    public void A_real_one_does(string serial) => Assert.False(PlaceholderSerial.Is(serial));
}
