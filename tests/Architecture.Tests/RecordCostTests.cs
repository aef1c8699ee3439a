namespace EcoPark.Architecture.Tests;

/// <summary>docs/records.md says that a record type is small; this keeps it true.</summary>
public sealed class RecordCostTests
{
    [Fact]
    public void A_record_type_costs_less_than_a_hundred_lines()
    {
        var files = Directory.GetFiles(Path.Combine(RoomTests.Root(), "src", "Modules"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(": Record", StringComparison.Ordinal)).ToDictionary(file => Path.GetFileName(file), file => File.ReadAllLines(file).Length);
        files.Count.ShouldBeGreaterThan(10);
        // The park and the enterprise have over twenty fields each.
        files.Where(file => file.Value >= (file.Key is "ParkProfile.cs" or "Enterprise.cs" ? 130 : 100)).ShouldBeEmpty();
    }
}
