namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="Line">As an editor counts, the header being line 1; 0 for the whole file.</param>
/// <param name="Column">The column's name in the header; absent where the whole line is meant.</param>
public sealed record ImportError(int Line, string? Column, string Message);

/// <summary>Nothing of the file has been imported.</summary>
internal sealed class ImportRefusedException(IReadOnlyList<ImportError> errors)
    : Exception($"{errors.Count} errors in the file; nothing has been imported.")
{
    public IReadOnlyList<ImportError> Errors { get; } = errors;

    public static ImportRefusedException File(string message) => new([new ImportError(0, null, message)]);
}
