using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CsvBatchTests
{
    private static readonly AccessRequestBody Terms = new(null, ["json"], "ccpa", null, null);

    [Fact]
    public void A_line_is_a_person_with_the_terms_of_the_file()
    {
        var entry = Assert.Single(Read("email,type,name,notes\nada@example.com,access,Ada Lovelace,called twice\n").Entries);

        Assert.Equal((2, "access", "ada@example.com"), (entry.Line, entry.Type, entry.Body.Subject?.Email));
        Assert.Equal("Ada Lovelace: called twice", entry.Body.Note);
        Assert.Equal(("json", "ccpa"), (Assert.Single(entry.Body.Formats!), entry.Body.Regulation));
        Assert.Null(entry.Flaw);
    }

    [Theory]
    [InlineData("email\nada@example.com")]
    [InlineData("\ufeffemail,type,name,notes\r\nada@example.com,,,\r\n")]
    [InlineData("Notes,E-MAIL,EMAIL,Type\n,x,ada@example.com,\n")]
    [InlineData(" Email , Type\nada@example.com,\n")]
    [InlineData("email;type;name;notes\nada@example.com;;;\n")]
    [InlineData("email\ttype\nada@example.com\t\n")]
    [InlineData("\"email\",\"type\"\n\"ada@example.com\",\"\"\n")]
    [InlineData("email,type,name,notes\nada@example.com\n")]
    [InlineData("email,type\n\n\nada@example.com,\n\n")]
    public void Files_are_read_as_spreadsheets_write_them(string file)
    {
        var entry = Assert.Single(Read(file).Entries);

        Assert.Equal(("ada@example.com", null, null), (entry.Body.Subject?.Email, entry.Type, entry.Body.Note));
    }

    [Fact]
    public void Quoted_fields_have_commas_quotes_and_line_breaks_and_lines_keep_their_numbers()
    {
        var entries = Read("email,notes\nada@example.com,\"one, \"\"two\"\"\nthree\"\n\nbob@example.com,x\n").Entries;

        Assert.Equal([(2, "one, \"two\"\nthree"), (5, "x")], entries.Select(entry => (entry.Line, entry.Body.Note!)));
    }

    [Theory]
    [InlineData("email,notes\nada@example.com,one, two\n")]
    [InlineData("email,notes\nada@example.com,one \"two\" three\n")]
    [InlineData("email,notes\nada@example.com,\"one\" two\n")]
    public void A_line_that_is_not_written_right_is_flawed_and_the_next_is_not(string file)
    {
        var entries = Read(file + "bob@example.com,x\n").Entries;

        Assert.Equal([true, false], entries.Select(entry => entry.Flaw is not null));
    }

    [Fact]
    public void A_quote_that_is_never_closed_breaks_the_file_and_the_line_is_told()
    {
        var problem = Read("email,notes\nada@example.com,x\nbob@example.com,\"never closed\ncy@example.com,x\n").Problem!;

        Assert.Equal(StatusCodes.Status400BadRequest, problem.Status);
        Assert.Contains("Line 3", problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_does_it_swallow_a_large_file()
    {
        var rest = string.Concat(Enumerable.Repeat("someone@example.com,some notes of some length\n", 4_000));

        var problem = Read($"email,notes\n\"ada@example.com,x\n{rest}").Problem!;

        Assert.Equal(StatusCodes.Status400BadRequest, problem.Status);
        Assert.Contains("Line 2", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("ada@example.com\nbob@example.com\n")]
    [InlineData("name,notes\nAda,x\n")]
    [InlineData("{\"subjects\":[]}")]
    public void The_first_line_names_the_columns(string file)
    {
        var problem = Read(file).Problem!;

        Assert.Equal(StatusCodes.Status400BadRequest, problem.Status);
        Assert.Contains("email,type,name,notes", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_people_is_refused() => Assert.Equal(StatusCodes.Status422UnprocessableEntity, Read("email,type,name,notes\n\n").Problem?.Status);

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused() => Assert.Equal(
        StatusCodes.Status400BadRequest, CsvBatch.Read([.. "email\n"u8, 0xE4, (byte)'@', .. "x.io"u8], Terms).Problem?.Status);

    [Theory]
    [InlineData(5_000, null)]
    [InlineData(5_001, 413)]
    public void A_file_has_5000_people_at_most(int people, int? status)
    {
        var problem = Read("email\n" + string.Concat(Enumerable.Range(0, people).Select(number => $"p{number}@example.com\n"))).Problem;

        Assert.Equal(status, problem?.Status);
        Assert.True(problem is null || problem.Detail.Contains("5000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subject.email", "email")]
    [InlineData("subject", "email")]
    [InlineData("note", "notes")]
    [InlineData("type", "type")]
    public void Errors_name_the_columns(string field, string column) => Assert.Equal(column, CsvBatch.ColumnOf(field));

    [Fact]
    public void A_line_that_slips_into_a_text_says_nothing() =>
        Assert.DoesNotContain("ada", Read("email,name\nada@example.com,Ada\n").Entries[0].ToString(), StringComparison.OrdinalIgnoreCase);

    private static BatchInput Read(string file) => CsvBatch.Read(Encoding.UTF8.GetBytes(file), Terms);
}
