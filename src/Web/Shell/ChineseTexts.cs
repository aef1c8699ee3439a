using Microsoft.Extensions.Localization;
using MudBlazor;

namespace EcoPark.Web.Shell;

/// <summary>MudBlazor's own words in Chinese.</summary>
internal sealed class ChineseTexts : MudLocalizer
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["MudDataGridPager_RowsPerPage"] = "每页",
        ["MudDataGridPager_AllItems"] = "全部",
        ["MudDataGridPager_InfoFormat"] = "第 {0}–{1} 条，共 {2} 条",
        ["MudDataGridPager_FirstPage"] = "首页",
        ["MudDataGridPager_PreviousPage"] = "上一页",
        ["MudDataGridPager_NextPage"] = "下一页",
        ["MudDataGridPager_LastPage"] = "末页",
        ["MudTablePager_RowsPerPage"] = "每页",
        ["MudTablePager_InfoFormat"] = "第 {0}–{1} 条，共 {2} 条",
        ["MudTablePager_FirstPage"] = "首页",
        ["MudTablePager_PreviousPage"] = "上一页",
        ["MudTablePager_NextPage"] = "下一页",
        ["MudTablePager_LastPage"] = "末页",
        ["MudInput_Clear"] = "清除",
        ["MudInput_Increment"] = "增加",
        ["MudInput_Decrement"] = "减少",
        ["MudDialog_Close"] = "关闭",
        ["MudSnackbar_Close"] = "关闭",
        ["MudAlert_Close"] = "关闭",
        ["MudChip_Close"] = "移除",
        ["MudBaseDatePicker_Open"] = "选择日期",
        ["MudBaseDatePicker_NextMonth"] = "下个月 {0}",
        ["MudBaseDatePicker_PrevMonth"] = "上个月 {0}",
        ["MudBaseDatePicker_NextYear"] = "下一年 {0}",
        ["MudBaseDatePicker_PrevYear"] = "上一年 {0}",
        ["MudNavGroup_ToggleExpand"] = "展开或收起 {0}",
        ["MudRatingItem_Label"] = "{0}",
        ["Converter_InvalidNumber"] = "请输入数字",
        ["Converter_ConversionFailed"] = "无法识别输入的内容",
        ["MudFormComponent_RequiredError"] = "必填",
    };

    public override LocalizedString this[string key] => Texts.TryGetValue(key, out var text) ? new(key, text) : new(key, key, resourceNotFound: true);

    public override LocalizedString this[string key, params object[] arguments] =>
        Texts.TryGetValue(key, out var text) ? new(key, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, arguments)) : new(key, key, resourceNotFound: true);
}
