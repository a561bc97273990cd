using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Orders;

namespace WaaS.Logistics.Returns.Pages;

/// <summary>The colours of states; the words are in the texts.</summary>
internal static class Words
{
    public static Tone? Of(OrderState state) => state switch
    {
        OrderState.Receiving => Tone.Again,
        OrderState.Closed => Tone.Ok,
        _ => null,
    };

    public static Tone? Of(ExpectedState state) => state switch
    {
        ExpectedState.Received => Tone.Ok,
        ExpectedState.Missing => Tone.Look,
        _ => null,
    };
}
