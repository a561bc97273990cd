using System.Globalization;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>Said to whoever stands at the station, in the language the station asks in.</summary>
internal static class StopWords
{
    private static readonly Texts Texts = new();

    public static string InWords(this WriteStop stop) => string.Format(CultureInfo.CurrentCulture, Texts.Of(stop.Cause), [.. stop.Arguments.Select(Word)]);

    /// <summary>Slots and what they are, as one list.</summary>
    public static string InWords(this IEnumerable<WipeSlot> slots) =>
        string.Join(", ", slots.Select(slot => $"{Saying.Slot(slot.Name)}: {Texts.Of(slot.State)}")) is { Length: > 0 } listed ? listed : "–";

    private static object Word(object argument) => argument switch
    {
        JobState state => Texts.Of(state),
        SlotState state => Texts.Of(state),
        _ => argument,
    };
}
