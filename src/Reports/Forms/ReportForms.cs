using System.Collections.Frozen;
using DocumentFormat.OpenXml.Packaging;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Documents;
using EcoPark.Platform.Files;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Forms;

/// <summary>An own form that is in use.</summary>
/// <param name="Ending">xlsx or docx; empty where nothing is attached that could be filled.</param>
public sealed record KnownForm(int Id, string Name, string Ending);

/// <summary>A placeholder that says nothing.</summary>
/// <param name="Place">日报!B3, 第 3 段.</param>
public sealed record UnknownName(string Place, string Name);

/// <summary>A form as it stands, beside a report.</summary>
public sealed record CheckedForm(KnownForm Form, IReadOnlyList<UnknownName> Unknown, string Problem);

/// <summary>A file made by an own form.</summary>
public sealed record FilledForm(string FileName, string MediaType, byte[] Content);

/// <summary>自带表样: which there are for a report, whether they can be filled, and the files.</summary>
public sealed class ReportForms(IDbContextFactory<ParkDb> databases)
{
    private const int MostForms = 50;
    private const int MostNamed = 5;

    private static readonly FrozenDictionary<string, (string MediaType, Func<byte[], IReadOnlyList<(string Place, string Text)>> Texts, Func<byte[], FormNames, byte[]> Fill)> Kinds = new Dictionary<string, (string, Func<byte[], IReadOnlyList<(string, string)>>, Func<byte[], FormNames, byte[]>)>
    {
        ["xlsx"] = (SheetWriter.MediaType, WorkbookForm.Texts, WorkbookForm.Fill),
        ["docx"] = (WordWriter.MediaType, WordForm.Texts, WordForm.Fill),
    }.ToFrozenDictionary();

    /// <summary>Names that forms of a report can use, with what stands in their place.</summary>
    public static IReadOnlyList<FormName> NamesOf(MadeReport made) => new FormNames(made).All;

    /// <summary>Those of a report that are in use.</summary>
    public async Task<IReadOnlyList<KnownForm>> Of(string report, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ReportPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var forms = await db.Set<ReportForm>().AsNoTracking().Where(form => form.Report == report && form.IsOff != true).OrderBy(form => form.Name).Take(MostForms).ToListAsync(cancellationToken).ConfigureAwait(false);
        var files = await Files(db, [.. forms.Select(form => form.Id)], cancellationToken).ConfigureAwait(false);
        return [.. forms.Select(form => new KnownForm(form.Id, form.Name, files.TryGetValue(form.Id, out var file) ? EndingOf(file) : ""))];
    }

    /// <summary>What each of them would say of a report, before anybody makes it.</summary>
    public async Task<IReadOnlyList<CheckedForm>> Check(MadeReport made, CancellationToken cancellationToken)
    {
        var names = new FormNames(made);
        var found = new List<CheckedForm>();
        foreach (var form in await Of(made.Type.Key, cancellationToken).ConfigureAwait(false))
        {
            var content = await Read(form, cancellationToken).ConfigureAwait(false);
            Outcome<UnknownName[]> unknown = content.IsOk ? Unknown(form, content.Value, names) : content.Problem;
            found.Add(new CheckedForm(form, unknown.IsOk ? unknown.Value : [], unknown.IsOk ? "" : unknown.Problem.Message));
        }

        return found;
    }

    /// <summary>The file; refused while a placeholder is not known, so that no file goes out with a hole in it.</summary>
    public async Task<Outcome<FilledForm>> Fill(MadeReport made, int id, CancellationToken cancellationToken)
    {
        if ((await Of(made.Type.Key, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id) is not { } form)
            return new Problem("not-found", "这份报表没有这个表样，或者它已停用。");
        var content = await Read(form, cancellationToken).ConfigureAwait(false);
        if (!content.IsOk)
            return content.Problem;
        var names = new FormNames(made);
        var unknown = Unknown(form, content.Value, names);
        if (!unknown.IsOk)
            return unknown.Problem;
        if (unknown.Value.Length > 0)
            return new Problem("names", $"表样“{form.Name}”中有不认识的占位符：{string.Join("、", unknown.Value.Take(MostNamed).Select(one => $"{one.Place} {{{{{one.Name}}}}}"))}{(unknown.Value.Length > MostNamed ? $" 等 {unknown.Value.Length} 处" : "")}。请在报表页“自带表样”中复制可用的名称。");
        var (media, _, fill) = Kinds[form.Ending];
        return new FilledForm($"{made.FileName}_{form.Name}.{form.Ending}", media, fill(content.Value, names));
    }

    private static Outcome<UnknownName[]> Unknown(KnownForm form, byte[] content, FormNames names)
    {
        try
        {
            return Kinds[form.Ending].Texts(content).SelectMany(text => Placeholder.In(text.Text).Where(one => !names.Knows(one.Name)).Select(one => new UnknownName(text.Place, one.Name))).ToArray();
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or InvalidOperationException)
        {
            return new Problem("file-content", $"表样“{form.Name}”打不开：文件已损坏，请在 Excel 或 Word 中另存后重新上传。");
        }
    }

    private async Task<Outcome<byte[]>> Read(KnownForm form, CancellationToken cancellationToken)
    {
        if (form.Ending.Length == 0)
            return new Problem("no-file", $"表样“{form.Name}”还没有上传 xlsx 或 docx 文件：请在档案“自带表样”中打开它，作为附件上传。");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var file = (await Files(db, [form.Id], cancellationToken).ConfigureAwait(false))[form.Id];
        return await db.Set<FileContent>().Where(one => one.Hash == file.Hash).Select(one => one.Bytes).SingleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The newest of each that can be filled.</summary>
    private static async Task<Dictionary<int, Attachment>> Files(ParkDb db, IReadOnlyList<int> forms, CancellationToken cancellationToken) =>
        (await db.Set<Attachment>().AsNoTracking().Where(one => one.Type == ReportFormType.Name && forms.Contains(one.RecordId) && one.RemovedAt == null).ToListAsync(cancellationToken).ConfigureAwait(false))
            .Where(one => Kinds.ContainsKey(EndingOf(one))).GroupBy(one => one.RecordId).ToDictionary(same => same.Key, same => same.MaxBy(one => one.Id)!);

    private static string EndingOf(Attachment file) => Path.GetExtension(file.FileName).TrimStart('.').ToLowerInvariant();
}
