<?xml version="1.0" encoding="UTF-8"?>
<!-- content.xml of an OpenDocument text in, a page of HTML out: what is printed, and how it is laid out. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    exclude-result-prefixes="draw office style svg table text xlink">
  <xsl:output method="html" encoding="UTF-8"/>
  <xsl:key name="list-style" match="text:list-style" use="@style:name"/>
  <xsl:key name="style" match="style:style" use="@style:name"/>
  <xsl:variable name="titles" select="//text:p[@text:style-name='Title'
      or key('style', @text:style-name)/@style:parent-style-name='Title']"/>

  <xsl:template match="/">
    <html><body><main>
      <xsl:apply-templates select="//office:body/office:text"/>
      <xsl:if test="//text:note">
        <ol>
          <xsl:for-each select="//text:note">
            <li role="doc-footnote">
              <xsl:apply-templates select="text:note-body/*"/>
            </li>
          </xsl:for-each>
        </ol>
      </xsl:if>
    </main></body></html>
  </xsl:template>

  <!-- what is not printed: what was deleted, marks of indexes, remarks, what a drawing is called -->
  <xsl:template match="text:tracked-changes | office:annotation | office:forms | svg:title | svg:desc
      | text:index-title-template | text:sequence-decls | text:variable-decls | text:user-field-decls
      | table:covered-table-cell | text:note-body"/>

  <xsl:template match="text:h">
    <xsl:variable name="printed" select="number(concat('0', @text:outline-level))"/>
    <xsl:variable name="level" select="$printed + number(count($titles) &gt; 0)"/>
    <xsl:variable name="rank">
      <xsl:choose>
        <xsl:when test="$level &lt; 1">1</xsl:when>
        <xsl:when test="$level &gt; 6">6</xsl:when>
        <xsl:otherwise><xsl:value-of select="$level"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="h{$rank}"><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="text:p">
    <xsl:choose>
      <xsl:when test="count(. | $titles) = count($titles)"><h1><xsl:apply-templates/></h1></xsl:when>
      <xsl:otherwise><p><xsl:apply-templates/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text:list">
    <xsl:variable name="depth" select="count(ancestor-or-self::text:list)"/>
    <xsl:variable name="name"
        select="ancestor-or-self::text:list[@text:style-name][1]/@text:style-name"/>
    <xsl:variable name="numbered" select="key('list-style', $name)
        /text:list-level-style-number[@text:level=$depth][string(@style:num-format)]"/>
    <xsl:choose>
      <!-- headings are put in lists to be numbered -->
      <xsl:when test="text:list-item//text:h and not(text:list-item//text:p)">
        <xsl:apply-templates select="text:list-item/*"/>
      </xsl:when>
      <xsl:when test="$numbered">
        <ol type="{$numbered/@style:num-format}"><xsl:apply-templates/></ol>
      </xsl:when>
      <xsl:otherwise><ul><xsl:apply-templates/></ul></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="text:list-item">
    <li>
      <xsl:if test="@text:start-value">
        <xsl:attribute name="value"><xsl:value-of select="@text:start-value"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </li>
  </xsl:template>
  <xsl:template match="text:list-header"><div><xsl:apply-templates/></div></xsl:template>

  <xsl:template match="table:table"><table><xsl:apply-templates/></table></xsl:template>
  <xsl:template match="table:table-header-rows"><thead><xsl:apply-templates/></thead></xsl:template>
  <xsl:template match="table:table-row"><tr><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="table:table-cell">
    <td>
      <xsl:if test="@table:number-columns-spanned">
        <xsl:attribute name="colspan">
          <xsl:value-of select="@table:number-columns-spanned"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:if test="@table:number-rows-spanned">
        <xsl:attribute name="rowspan">
          <xsl:value-of select="@table:number-rows-spanned"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </td>
  </xsl:template>

  <xsl:template match="text:note">
    <sup><xsl:value-of select="text:note-citation"/></sup>
  </xsl:template>
  <xsl:template match="text:a">
    <a href="{@xlink:href}"><xsl:apply-templates/></a>
  </xsl:template>
  <xsl:template match="text:s | text:tab"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="text:line-break"><br/></xsl:template>
  <xsl:template match="draw:text-box"><div><xsl:apply-templates/></div></xsl:template>
</xsl:stylesheet>
