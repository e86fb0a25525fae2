using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoMonitor.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SourcePaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NotArticlesBecause",
                table: "Sources",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Pages",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnnouncedSpan",
                table: "EntryPoints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NotBefore",
                table: "EntryPoints",
                type: "INTEGER",
                nullable: true);

            // It was another measure, that of nine gaps of ten; the next answer, asked for without condition, brings its dates again.
            migrationBuilder.Sql("""UPDATE "EntryPoints" SET "AnnouncedGap" = NULL, "ETag" = NULL, "LastModified" = NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NotArticlesBecause",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "AnnouncedSpan",
                table: "EntryPoints");

            migrationBuilder.DropColumn(
                name: "NotBefore",
                table: "EntryPoints");
        }
    }
}
