using System.Diagnostics;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>The generated migrations make what the program expects (docs/decisions/0012).</summary>
public sealed class MigrationTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Nobody_forgot_to_run_migrate(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-model-").FullName;
        string[] arguments = [ServerProcess.Program, "--check-model", $"--EcoPark:Database:DataFolder={folder}", "--EcoPark:MasterKey=" + new string('7', 64),
            .. database == Database.Postgres ? [$"--EcoPark:Database:Postgres={TestPostgres.NewDatabase()}"] : Array.Empty<string>()];
        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        program.ExitCode.ShouldBe(0, "The model has changed since ./migrate was run. " + said);
        Directory.Delete(folder, recursive: true);
    }
}
