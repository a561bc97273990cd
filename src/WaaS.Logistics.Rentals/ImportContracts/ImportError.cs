using System.Globalization;
using System.Text.Json;
using WaaS.Logistics.Rentals.Resources;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>What is wrong with a file, and where. It is worded where it is shown.</summary>
/// <param name="Line">As an editor counts, the header being line 1; 0 for the whole file.</param>
/// <param name="Column">The column's name in the header; absent where the whole line is meant.</param>
/// <param name="Arguments">For the words of the fault, in their order.</param>
public sealed record ImportError(int Line, string? Column, ImportFault Fault, params IReadOnlyList<object?> Arguments)
{
    /// <summary>The fault's stable name for programs.</summary>
    public string Rule => JsonNamingPolicy.KebabCaseLower.ConvertName(Fault.ToString());

    internal string InWords(Texts texts) => string.Format(CultureInfo.CurrentCulture, texts.Of(Fault), [.. Arguments]);
}

/// <summary>Nothing of the file has been imported.</summary>
internal sealed class ImportRefusedException(IReadOnlyList<ImportError> errors)
    : Exception($"{errors.Count} errors in the file; nothing has been imported.")
{
    public IReadOnlyList<ImportError> Errors { get; } = errors;

    public static ImportRefusedException File(ImportFault fault, params IReadOnlyList<object?> arguments) => new([new ImportError(0, null, fault, arguments)]);
}
